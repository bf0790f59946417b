using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>
/// Segments: a heat table dimension × segment value. A cell is the executives' mean minus the segment's, so that the same
/// colours say the same; without executives it is the segment's mean. No labels: these differences describe.
/// </summary>
internal static class SegmentPage
{
    private const int ColumnsOfTable = 6;

    /// <summary>Left out without segments.</summary>
    public static Section? Of(Edition edition)
    {
        var segments = edition.Analysis.Segments.Where(segment => segment.Values.Count(Shown) > 1).OrderByDescending(segment => segment.Audience).ToList();
        if (segments.Count == 0)
            return null;

        var words = edition.Words;
        var executives = edition.Analysis.Groups[Audience.Executive].Responses.IsShown;
        List<Block> blocks = [.. Edition.Opening(words["segments"], Title(edition, segments), words[executives ? "segments.lead" : "segments.lead.means"])];
        foreach (var segment in segments)
        {
            var name = WhoPage.AttributeName(edition, segment.Attribute);
            blocks.Add(Edition.Part(words.Say($"segments.part.{(int)segment.Audience}", ("attribute", name))));
            foreach (var part in segment.Values.Chunk(ColumnsOfTable))
                blocks.Add(Table(edition, segment, part, executives) with { Above = 6 });
        }

        blocks.Add(Edition.Note(words["segments.note"]));
        return new Section(words["segments"], blocks);
    }

    private static bool Shown(SegmentValue value) => value.Responses.IsShown;

    private static string Title(Reading reading, List<SegmentResult> segments)
    {
        // The widest distance between two shown values of the customers, in any dimension.
        var widest = segments.Where(segment => segment.Audience == Audience.Customer)
            .SelectMany(segment => reading.Analysis.Dimensions.Select(dimension => (
                Segment: segment,
                Dimension: dimension,
                Means: segment.Values.Select(value => (value, Mean: value.Dimensions.GetValueOrDefault(dimension.Dimension.Key)?.Value?.Mean))
                    .Where(value => value.Mean is not null).OrderBy(value => value.Mean).ToList())))
            .Where(row => row.Means.Count > 1)
            .OrderByDescending(row => row.Means[^1].Mean - row.Means[0].Mean)
            .FirstOrDefault();
        return widest.Means is null || widest.Means[^1].Mean - widest.Means[0].Mean < reading.Analysis.Thresholds.Margin
            ? reading.Words["segments.title"]
            : reading.Words.Say(
                "segments.title.widest",
                ("dimension", reading.Name(widest.Dimension.Dimension)),
                ("low", WhoPage.ValueName(reading, widest.Segment.Attribute, widest.Means[0].value.Value)),
                ("high", WhoPage.ValueName(reading, widest.Segment.Attribute, widest.Means[^1].value.Value)));
    }

    private static Table Table(Edition edition, SegmentResult segment, IReadOnlyList<SegmentValue> values, bool executives)
    {
        var width = (Paper.TextWidth - 170) / ColumnsOfTable;
        return new Table(
            [
                new(edition.Words["dimension"], 170),
                .. values.Select(value => new Column(Head(edition, segment, value), width, Anchor.Middle)),
            ],
            [.. edition.Analysis.Dimensions.Select(dimension => new Row(
            [
                edition.Name(dimension.Dimension),
                .. values.Select(value => Cell(edition, dimension, value.Dimensions.GetValueOrDefault(dimension.Dimension.Key)?.Value?.Mean, executives)),
            ]))]);
    }

    private static string Head(Reading reading, SegmentResult segment, SegmentValue value) =>
        WhoPage.ValueName(reading, segment.Attribute, value.Value) + "\n"
        + (value.Responses.Value is { } shown ? reading.Words.Say("legend.n", ("n", reading.Format.Count(shown.Responses))) : reading.Words["withheld.short"]);

    private static Cell Cell(Reading reading, DimensionResult dimension, double? mean, bool executives) =>
        !executives ? Cells.Mean(reading, mean)
        : Heat.Cell(reading, mean is { } value && dimension.Groups[Audience.Executive].Value?.Mean is { } theirs ? theirs - value : null);
}
