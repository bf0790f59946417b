using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>The mirror: every question one row, sorted by mirror gap; then all three gaps of all questions as a heat table.</summary>
internal static class MirrorPage
{
    private const int RowsOnPage = 14;
    private const int MostNeeded = 8;

    /// <summary>Left out if no group is shown on any question.</summary>
    public static Section? Of(Edition edition, Mirror mirror)
    {
        if (!mirror.All.Any(item => item.Means.Count > 0))
            return null;

        var words = edition.Words;
        List<Block> blocks = [.. Edition.Opening(words["mirror"], Headline.OfMirror(edition, mirror), words[mirror.Text("mirror.lead")])];
        var parts = Parts(mirror);
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
                blocks.Add(new PageBreak());
            blocks.Add(new Figure(MirrorChart.Of(edition, ChartSizes.Paper, mirror, parts[i])) { Above = 16, KeepWithNext = true });
            blocks.Add(Edition.Note(words["mirror.note"]));
        }

        blocks.Add(Edition.Part(words[mirror.Text("mirror.counts")]));
        blocks.Add(Counts(edition, mirror) with { Above = 6 });
        blocks.Add(Edition.Part(words["mirror.table"]));
        blocks.Add(Gaps(edition, mirror) with { Above = 6 });
        blocks.Add(Edition.Note(words["gaps.note"]));
        if (Needed(edition, mirror) is { } needed)
        {
            blocks.Add(Edition.Part(words["needed"]));
            blocks.Add(needed with { Above = 6 });
        }

        return new Section(words["mirror"], blocks);
    }

    // Pages of about the same number of rows, so that none holds a single one.
    private static List<MirrorItem[]> Parts(Mirror mirror)
    {
        var sorted = mirror.Sorted.ToList();
        var pages = (sorted.Count + RowsOnPage - 1) / RowsOnPage;
        return pages == 0 ? [] : [.. sorted.Chunk((sorted.Count + pages - 1) / pages)];
    }

    private static Table Counts(Edition edition, Mirror mirror)
    {
        (string Key, int Count)[] counts =
        [
            ("over", mirror.Overestimated.Count), ("under", mirror.Underestimated.Count), ("equal", mirror.Equal),
            ("open", mirror.Open), ("withheld", mirror.Withheld), ("all", mirror.All.Count),
        ];
        return new Table(
            [.. counts.Select(count => new Column(edition.Words[count.Key == "all" ? mirror.Text("counts.all") : $"counts.{count.Key}"], Paper.TextWidth / counts.Length, Anchor.Middle))],
            [new([.. counts.Select(count => new Cell(edition.Format.Count(count.Count)))])]);
    }

    private static string Head(Mirror mirror) => mirror.OfDimensions ? "dimension" : "question";

    // What would settle the open gaps, the cheapest first.
    private static Table? Needed(Edition edition, Mirror mirror)
    {
        var open = mirror.Shown.Where(gap => gap.Gap.AnswersNeeded is not null).OrderBy(gap => gap.Gap.AnswersNeeded!.More).Take(MostNeeded).ToList();
        return open.Count == 0 ? null : new Table(
            [
                new(edition.Words[Head(mirror)], 257), new(edition.Words["group"], 120),
                new(edition.Words["needed.more"], 110.28, Anchor.End),
            ],
            [.. open.Select(gap => new Row(
            [
                edition.NameCell(gap.Item), edition.Name(gap.Gap.AnswersNeeded!.Audience), edition.Format.Count(gap.Gap.AnswersNeeded.More),
            ]))]);
    }

    private static Table Gaps(Edition edition, Mirror mirror)
    {
        var words = edition.Words;
        return new Table(
        [
            new(words[Head(mirror)], 143), new(words["group.1.short"], 40, Anchor.End), new(words["group.2.short"], 42, Anchor.End),
            new(words["group.3.short"], 40, Anchor.End), new(words["gap.1.3"], 43, Anchor.Middle), new(words["gap.1.2"], 43, Anchor.Middle),
            new(words["gap.2.3"], 43, Anchor.Middle), new(words["interval.mirror"], 48, Anchor.End), new(words["label"], 45.28),
        ],
        [.. mirror.Sorted.Select(item => new Row(
        [
            edition.NameCell(item),
            .. Enum.GetValues<Audience>().Select(audience => Cells.Mean(edition, item.Mean(audience))),
            .. Pairs.All.Select(pair => Heat.Cell(edition, item.Gaps[pair].Value?.Points)),
            edition.Show(item.Gaps[Pair.Mirror].Value?.Interval),
            item.Gaps[Pair.Mirror].Value is { } gap ? words[$"label.{gap.Label}.short"] : Cells.TooFew(edition),
        ]))]);
    }
}
