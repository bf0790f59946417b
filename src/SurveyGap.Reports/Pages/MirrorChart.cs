using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;

namespace SurveyGap.Reports.Pages;

/// <summary>The dumbbell of some rows of the mirror.</summary>
internal static class MirrorChart
{
    public static Drawing Of(Reading reading, ChartSizes sizes, Mirror mirror, IReadOnlyList<MirrorItem> items) =>
        new Dumbbell(sizes, reading.Words, mirror.Pair, mirror.Pair.To).Draw(
            reading.Words[mirror.OfPair("mirror")], Describe(reading, mirror, items), reading.Groups,
            [.. items.Select(item => Row(reading, item, mirror.Pair.To) with { Gap = reading.Mark(item.Gaps[mirror.Pair]) })]);

    /// <summary>A row without its gap.</summary>
    /// <param name="reading">The analysis in a language.</param>
    /// <param name="item">The question or dimension.</param>
    /// <param name="reference">The group whose interval is drawn.</param>
    public static MirrorRow Row(Reading reading, MirrorItem item, Audience reference) => new()
    {
        Label = reading.Name(item),
        Means = item.Groups.ToDictionary(group => group.Key, group => group.Value.Mean),
        Interval = reading.Analysis.Sampled(reference, item.Groups.GetValueOrDefault(reference)?.Interval) is { } interval
            ? (interval.Low, interval.High)
            : null,
        NotAsked = [.. reading.Asked.Where(audience => !item.Asked.Contains(audience))],
    };

    private static string Describe(Reading reading, Mirror mirror, IReadOnlyList<MirrorItem> items)
    {
        var largest = mirror.Shown.Where(gap => items.Contains(gap.Item)).MaxBy(gap => Math.Abs(gap.Gap.Points));
        return largest is null
            ? reading.Words.Count(mirror.Text("mirror.alt.none"), items.Count)
            : reading.Words.Count(mirror.Text("mirror.alt"), items.Count, ("groups", reading.Joined([.. reading.Asked.Select(reading.Name)]))) + " " + Sentences.OfGap(reading, largest);
    }
}
