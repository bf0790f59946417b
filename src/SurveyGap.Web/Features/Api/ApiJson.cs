using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SurveyGap.Web.Features.Api;

/// <summary>How JSON is written and read here; the description is made from the same rules.</summary>
internal static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Rules(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Rules(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        // A document and never a part of a page, so umlauts may stay readable.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options;
    }
}
