using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SurveyGap.Analysis.Tests;

/// <summary>Where figures differ from what is expected, within the tolerances of the definitions.</summary>
internal static class ReferenceComparison
{
    private static readonly string[] NotRequired = ["optional", "katzCi"];
    private static readonly string[] PValues = ["p", "pExecutivesFixed"];

    public static IReadOnlyList<string> Differences(JsonNode? expected, JsonNode? actual)
    {
        List<string> differences = [];

        // Read back, so that both sides hold numbers of one kind.
        Compare("", "", expected, actual is null ? null : JsonNode.Parse(actual.ToJsonString()), differences);
        return differences;
    }

    private static void Compare(string path, string key, JsonNode? expected, JsonNode? actual, List<string> differences)
    {
        switch (expected)
        {
            case JsonObject fields when actual is JsonObject found:
                foreach (var (name, value) in fields.Where(field => !NotRequired.Contains(field.Key)))
                {
                    if (found.TryGetPropertyValue(name, out var computed))
                        Compare($"{path}.{name}", name, value, computed, differences);
                    else
                        differences.Add($"{path}.{name} is missing");
                }

                break;
            case JsonArray values when actual is JsonArray found && values.Count == found.Count:
                for (var i = 0; i < values.Count; i++)
                    Compare($"{path}[{i}]", key, values[i], found[i], differences);
                break;
            default:
                if (!IsEqual(key, expected, actual))
                    differences.Add($"{path} is {Text(actual)}, expected {Text(expected)}");
                break;
        }
    }

    private static bool IsEqual(string key, JsonNode? expected, JsonNode? actual)
    {
        if (expected is null || actual is null)
            return expected is null && actual is null;
        if (expected.GetValueKind() != JsonValueKind.Number || actual.GetValueKind() != JsonValueKind.Number)
            return expected.ToJsonString() == actual.ToJsonString();

        var (wanted, found) = (expected.GetValue<double>(), actual.GetValue<double>());
        if (PValues.Contains(key))
            return wanted < 1e-12 ? found < 1e-12 : Math.Abs(found - wanted) <= 1e-5 * wanted;

        // The expected values are printed with twelve digits, which is more than 10⁻⁶ from a U of a billion.
        return Math.Abs(found - wanted) <= Math.Max(1e-6, 1e-11 * Math.Abs(wanted));
    }

    private static string Text(JsonNode? node) => node switch
    {
        null => "null",
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.GetValue<double>().ToString("R", CultureInfo.InvariantCulture),
        _ => node.ToJsonString(),
    };
}
