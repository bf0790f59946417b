using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Platform;

namespace SurveyGap.Web.Features.Api;

public static class ApiFeature
{
    /// <summary>The document's name in its address.</summary>
    public const string Version = "v1";

    /// <summary>The language of programs that ask for none.</summary>
    private const string Language = "en";

    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddOpenApi(Version, options =>
        {
            options.ShouldInclude = description => ProgramPath.Holds($"/{description.RelativePath}");
            options.AddOperationTransformer(DescribedOperations.Describe);
            options.AddDocumentTransformer(DescribedSchemas.Describe);
        })
        .ConfigureHttpJsonOptions(options => ApiJson.Rules(options.SerializerOptions))
        .Configure<JsonOptions>(options => ApiJson.Rules(options.JsonSerializerOptions))
        .Configure<ApiBehaviorOptions>(options => options.InvalidModelStateResponseFactory = BodyFaults.Refuse)
        .Configure<RequestLocalizationOptions>(options => options.RequestCultureProviders.Add(
            new CustomRequestCultureProvider(context => Task.FromResult(ProgramPath.Holds(context.Request.Path) ? new ProviderCultureResult(Language) : null))))
        .AddSingleton<OnceStore>()
        .AddSingleton<PeopleFaults>()
        .AddSingleton<Description>();
}
