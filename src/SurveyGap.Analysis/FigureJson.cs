using System.Text.Json;
using System.Text.Json.Serialization;

namespace SurveyGap.Analysis;

/// <summary>How figures are written as JSON: the names of statistics.md, full precision, null where undefined, intervals as [low, high].</summary>
public static class FigureJson
{
    /// <summary>Options for any figure of this project; a NaN or infinity throws, for there is none.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
