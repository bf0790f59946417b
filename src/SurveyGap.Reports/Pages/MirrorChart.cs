using SurveyGap.Analysis.Results;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;

namespace SurveyGap.Reports.Pages;

/// <summary>The dumbbell of some rows of the mirror.</summary>
internal static class MirrorChart
{
    public static Drawing Of(Reading reading, ChartSizes sizes, Mirror mirror, IReadOnlyList<MirrorItem> items) =>
        new Dumbbell(sizes, reading.Words).Draw(
            reading.Words["mirror"], Describe(reading, mirror, items), reading.Groups, [.. items.Select(item => Row(reading, item))]);

    private static MirrorRow Row(Reading reading, MirrorItem item) => new()
    {
        Label = reading.Name(item),
        Means = item.Means,
        CustomerInterval = item.CustomerInterval is { } interval ? (interval.Low, interval.High) : null,
        Gap = reading.Mark(item.Gaps[Pair.Mirror]),
    };

    private static string Describe(Reading reading, Mirror mirror, IReadOnlyList<MirrorItem> items)
    {
        var largest = mirror.Shown.Where(gap => items.Contains(gap.Item)).MaxBy(gap => Math.Abs(gap.Gap.Points));
        return largest is null
            ? reading.Words.Count(mirror.Text("mirror.alt.none"), items.Count)
            : reading.Words.Count(mirror.Text("mirror.alt"), items.Count) + " " + Sentences.OfGap(reading, largest);
    }
}
