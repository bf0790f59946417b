using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SurveyGap.Web.Features.Api;

/// <summary>The interface as OpenAPI describes it: made from the operations themselves when it is first asked for, and kept.</summary>
public sealed class Description([FromKeyedServices(ApiFeature.Version)] IOpenApiDocumentProvider documents)
{
    private const string Language = "en";

    private string? _json;

    // Two who ask first at once make the same twice.
    public async Task<string> Json(CancellationToken cancellation) => _json ??= await Make(cancellation);

    /// <summary>The same, to be walked through.</summary>
    public async Task<JsonObject> Document(CancellationToken cancellation) => JsonNode.Parse(await Json(cancellation))!.AsObject();

    private async Task<string> Make(CancellationToken cancellation)
    {
        // Its texts are the English ones, whoever asks first. Ends with this method.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Language);
        var document = await documents.GetOpenApiDocumentAsync(cancellation);
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation);
    }
}
