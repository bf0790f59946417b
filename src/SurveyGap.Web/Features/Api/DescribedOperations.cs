using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Localization;
using Microsoft.OpenApi;
using SurveyGap.Web.Features.ApiKeys;

namespace SurveyGap.Web.Features.Api;

/// <summary>What the framework cannot know of an operation: its words, the scopes that it needs, and how it says no.</summary>
internal static class DescribedOperations
{
    public const string KeyScheme = "key";

    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    public static async Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var texts = context.ApplicationServices.GetRequiredService<IStringLocalizer<Texts>>();
        var scopes = context.Description.ActionDescriptor.EndpointMetadata.OfType<RequiresScopeAttribute>().Single().Scopes.Select(ApiScopes.NameOf).ToList();
        operation.Summary = texts[$"Operation.{operation.OperationId}"];
        operation.Description = texts[$"Operation.{operation.OperationId}.Text"];
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = scopes }];
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            parameter.Description = texts[$"Parameter.{parameter.Name}"];

        var problem = await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancellation);
        context.Document!.AddComponent(nameof(Problem), problem);
        operation.Responses ??= [];
        foreach (var response in operation.Responses.Values)
            OnlyJson(response.Content);
        OnlyJson(operation.RequestBody?.Content);
        foreach (var status in Refusals(operation))
            operation.Responses.TryAdd($"{status}", new OpenApiResponse
            {
                Description = texts[$"Status.{status}"],
                Content = new Dictionary<string, OpenApiMediaType> { [ProblemJson] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), context.Document) } },
            });
    }

    private static IEnumerable<int> Refusals(OpenApiOperation operation)
    {
        var isChange = operation.RequestBody is not null;
        int[] everywhere = [400, 401, 403, 429, 503];
        int[] ofWaves = operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) == true ? [404] : [];
        int[] ofChanges = isChange ? [409, 413, 415, 422] : operation.OperationId == "closeWave" ? [409] : [];
        return [.. everywhere.Concat(ofWaves).Concat(ofChanges).Order()];
    }

    // The framework also lists other names of JSON, and plain text.
    private static void OnlyJson(IDictionary<string, OpenApiMediaType>? content)
    {
        if (content?.ContainsKey(Json) != true)
            return;
        foreach (var other in content.Keys.Where(type => type != Json).ToList())
            content.Remove(other);
    }
}
