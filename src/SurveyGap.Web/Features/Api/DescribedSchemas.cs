using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Localization;
using Microsoft.OpenApi;
using SurveyGap.Web.Platform;

namespace SurveyGap.Web.Features.Api;

/// <summary>The document as a whole: what it is called, how one gets in, and what its fields mean.</summary>
internal static class DescribedSchemas
{
    public static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        var texts = context.ApplicationServices.GetRequiredService<IStringLocalizer<Texts>>();
        document.Info = new OpenApiInfo { Title = "SurveyGap", Version = ApiFeature.Version, Description = texts["Lead"] };
        document.Servers = [new OpenApiServer { Url = context.ApplicationServices.GetRequiredService<PublicAddress>().Of("").ToString().TrimEnd('/') }];
        document.AddComponent(DescribedOperations.KeyScheme, (IOpenApiSecurityScheme)new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = texts["Key.Text"],
        });
        foreach (var (field, schema) in document.Components!.Schemas!.Values.SelectMany(schema => schema.Properties ?? new Dictionary<string, IOpenApiSchema>()))
            schema.Description = texts[$"Field.{field}"];
        DescribedTables.AddTo(document);

        return Task.CompletedTask;
    }
}
