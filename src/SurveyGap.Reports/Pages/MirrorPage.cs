using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>The mirror: every question one row, sorted by mirror gap; then all three gaps of all questions as a heat table.</summary>
internal static class MirrorPage
{
    private const int MostNeeded = 8;

    /// <summary>The ranking where nothing can be compared; left out if no group is shown.</summary>
    public static Section? Of(Edition edition, Mirror mirror)
    {
        if (mirror.Shown.Count == 0)
            return Ranking.Of(edition) is { } ranking ? RankingPage.Of(edition, ranking) : null;

        var words = edition.Words;
        var name = words[mirror.OfPair("mirror")];
        List<Block> blocks =
        [
            .. Edition.Opening(
                name, Headline.OfMirror(edition, mirror), words.Say(mirror.Text(mirror.OfPair("mirror.lead")), edition.NamesOf(mirror.Pair))),
        ];
        var parts = Parts.Of([.. mirror.Sorted]);
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
                blocks.Add(new PageBreak());
            blocks.Add(new Figure(MirrorChart.Of(edition, ChartSizes.Paper, mirror, parts[i])) { Above = 16, KeepWithNext = true });
            blocks.Add(Edition.Note(words.Say(mirror.OfPair("mirror.note"), ("pair", words[$"pair.{mirror.Pair}"]))));
        }

        blocks.Add(Edition.Part(words[mirror.Text("mirror.counts")]));
        blocks.Add(Counts(edition, mirror) with { Above = 6 });
        if (Needed(edition, mirror) is { } needed)
        {
            blocks.Add(Edition.Part(words["needed"]));
            blocks.Add(needed with { Above = 6 });
        }

        // The last table holds the chart's values: the page on the screen shows it below the chart.
        blocks.Add(Edition.Part(words["mirror.table"]));
        blocks.Add(GapTable.Of(edition, Head(mirror), mirror.Pair, [.. mirror.Sorted]) with { Above = 6 });
        blocks.Add(Edition.Note(words["gaps.note"]));
        return new Section(name, blocks);
    }

    private static Table Counts(Edition edition, Mirror mirror)
    {
        (string Key, int Count)[] counts =
        [
            ("over", mirror.Overestimated.Count), ("under", mirror.Underestimated.Count), ("equal", mirror.Equal),
            ("open", mirror.Open), ("withheld", mirror.Withheld), ("all", mirror.All.Count),
        ];
        return new Table(
            [.. counts.Select(count => new Column(edition.Words[count.Key switch { "all" => mirror.Text("counts.all"), "over" or "under" => mirror.OfPair($"counts.{count.Key}"), _ => $"counts.{count.Key}" }], Paper.TextWidth / counts.Length, Anchor.Middle))],
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
}
