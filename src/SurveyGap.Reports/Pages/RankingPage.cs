using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>All ratings of one group from the best to the most critical: the place of the mirror where nothing can be compared.</summary>
internal static class RankingPage
{
    public static Section Of(Edition edition, Ranking ranking)
    {
        var words = edition.Words;
        List<Block> blocks = [.. Edition.Opening(words["group.mirror"], Title(edition, ranking), words[ranking.Text("group.mirror.lead")])];
        foreach (var part in Parts.Of(ranking.Sorted))
            blocks.Add(new Figure(Chart(edition, ChartSizes.Paper, ranking, part)) { Above = 16 });
        blocks.Add(Edition.Part(words[ranking.Text("mirror.counts.group")]));
        blocks.Add(Counts(edition, ranking) with { Above = 6 });
        if (!ranking.OfDimensions && Dimensions(edition, ranking) is { Count: > 0 } dimensions)
        {
            blocks.Add(Edition.Part(words["chain.table"]));
            blocks.Add(Means(edition, "dimension", ranking.Group, dimensions) with { Above = 6 });
        }

        // The last table holds the chart's values: the page on the screen shows it below the chart.
        blocks.Add(Edition.Part(words["group.mirror.table"]));
        blocks.Add(Means(edition, ranking.OfDimensions ? "dimension" : "question", ranking.Group, ranking.Sorted) with { Above = 6 });
        return new Section(words["group.mirror"], blocks);
    }

    /// <summary>The ratings of the group on one scale, for any surface.</summary>
    public static Drawing Chart(Reading reading, ChartSizes sizes, Ranking ranking, IReadOnlyList<MirrorItem> items) =>
        new Dumbbell(sizes, reading.Words, pair: null, ranking.Group).Draw(
            reading.Words["group.mirror"],
            reading.Words.Count(ranking.Text("group.mirror.alt"), items.Count) + " " + ranking.Sentence(reading, items[^1]),
            [.. reading.Groups.Where(group => group.Audience == ranking.Group)],
            [.. items.Select(item => MirrorChart.Row(reading, item, ranking.Group))]);

    private static string Title(Reading reading, Ranking ranking) => reading.Words.Say(
        ranking.Text("group.mirror.title"),
        ("n", reading.Format.Count(ranking.High(reading))), ("all", reading.Format.Count(ranking.Sorted.Count)),
        ("high", reading.Format.Number(reading.Analysis.Thresholds.High)));

    private static Table Counts(Edition edition, Ranking ranking)
    {
        var (words, high) = (edition.Words, ranking.High(edition));
        var from = ("high", edition.Format.Number(edition.Analysis.Thresholds.High));
        (string Name, int Count)[] counts =
        [
            (words.Say("group.counts.high", from), high), (words.Say("group.counts.low", from), ranking.Sorted.Count - high),
            (words[ranking.Text("counts.all")], ranking.Sorted.Count),
        ];
        return new Table(
            [.. counts.Select(count => new Column(count.Name, Paper.TextWidth / counts.Length, Anchor.Middle))],
            [new([.. counts.Select(count => new Cell(edition.Format.Count(count.Count)))])]);
    }

    private static List<MirrorItem> Dimensions(Edition edition, Ranking ranking) =>
    [
        .. edition.Analysis.Dimensions.Select(dimension => MirrorItem.Of(dimension, edition.Analysis.Questionnaire))
            .Where(dimension => dimension.Groups.ContainsKey(ranking.Group)),
    ];

    private static Table Means(Edition edition, string head, Audience group, IReadOnlyList<MirrorItem> items) => new(
        [
            new(edition.Words[head], 317), new(edition.Words["mean"], 80, Anchor.End), new(edition.Words["interval"], 90.28, Anchor.End),
        ],
        [.. items.Select(item => new Row(
        [
            edition.NameCell(item), edition.Format.Number(item.Groups[group].Mean),
            edition.Show(edition.Analysis.Sampled(group, item.Groups[group].Interval)),
        ]))]);
}
