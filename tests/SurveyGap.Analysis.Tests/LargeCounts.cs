using System.Text;
using System.Text.Json.Nodes;
using SurveyGap.Analysis.Counts;

namespace SurveyGap.Analysis.Tests;

/// <summary>The counts of a wave as if everybody had answered many times.</summary>
internal static class LargeCounts
{
    /// <summary>Numbers that are no counts.</summary>
    private static readonly string[] Kept = ["attribute", "answered"];

    public static WaveCounts Of(WaveCounts counts, long times)
    {
        var json = JsonNode.Parse(CountsJson.Write(counts))!.AsObject();
        json["audiences"] = Times(json["audiences"], times);
        return CountsJson.Read(Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    private static JsonNode? Times(JsonNode? node, long times) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(
            field.Key, Kept.Contains(field.Key) && field.Value is JsonValue ? field.Value.DeepClone() : Times(field.Value, times)))),
        JsonArray items => new JsonArray([.. items.Select(item => Times(item, times))]),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => (long)value * times,
        _ => node?.DeepClone(),
    };
}
