using System.Text.Json.Nodes;

namespace SurveyGap.Analysis.Tests;

/// <summary>
/// The arithmetic against worked cases, published tables among them. The cases are those beside the tests, or those of the
/// file that SURVEYGAP_REFERENCE_CASES names.
/// </summary>
public sealed class ReferenceCaseTests
{
    /// <summary>Kinds that the product does not show, and so does not compute.</summary>
    private static readonly string[] NotComputed = ["poststratification", "pairedChange", "meanCiFromSummary"];

    public static IEnumerable<TheoryDataRow<int>> Cases => Read()
        .Select((@case, index) => (Case: @case!, Index: index))
        .Where(pair => !NotComputed.Contains((string?)pair.Case["kind"]))
        .Select(pair => new TheoryDataRow<int>(pair.Index) { TestDisplayName = $"{pair.Case["kind"]}: {pair.Case["name"]}" });

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_case_is_reproduced(int index)
    {
        var @case = Read()[index]!;
        var actual = ReferenceKinds.Compute((string)@case["kind"]!, @case);
        var differences = ReferenceComparison.Differences(@case["expected"], actual);
        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
    }

    [Fact]
    public void A_file_holds_cases_and_an_unknown_kind_fails()
    {
        Assert.NotEmpty(Cases);
        Assert.Throws<NotSupportedException>(() => ReferenceKinds.Compute("astrology", new JsonObject()));
    }

    private static JsonArray Read()
    {
        var path = Environment.GetEnvironmentVariable("SURVEYGAP_REFERENCE_CASES") is { Length: > 0 } named
            ? named
            : Path.Combine(AppContext.BaseDirectory, "reference-cases.json");
        return JsonNode.Parse(File.ReadAllText(path))!.AsArray();
    }
}
