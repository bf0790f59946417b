using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Suppression;

namespace SurveyGap.Analysis.Results;

/// <summary>The groups by one attribute at a time, from what is shown.</summary>
internal static class SegmentResults
{
    /// <summary>Attributes without any value for a group are left out.</summary>
    public static IReadOnlyList<SegmentResult> Of(WaveCounts counts, ShownCounts shown) =>
    [
        .. from audience in counts.Audiences
           where shown.Segments.ContainsKey(audience.Audience)
           from attribute in Enumerable.Range(0, counts.Attributes.Count)
           let cells = audience.Segments.Zip(shown.Segments[audience.Audience])
               .Where(cell => cell.First.Attribute == attribute)
               .OrderBy(cell => cell.First.Value is null).ToList()
           where cells.Any(cell => cell.First.Value is not null)
           select new SegmentResult
           {
               Audience = audience.Audience,
               Attribute = counts.Attributes[attribute],
               Values = [.. cells.Select(cell => Value(cell.First.Value, cell.Second))],
           },
    ];

    private static SegmentValue Value(string? value, ShownCell cell) => new()
    {
        Value = value,
        Responses = cell.Responses,
        Dimensions = cell.Dimensions.ToDictionary(pair => pair.Key, pair => pair.Value.Select(shown => shown.Figures())),
        Questions = cell.Questions.ToDictionary(pair => pair.Key, pair => pair.Value.Select(ratings => ratings.Figures())),
    };
}
