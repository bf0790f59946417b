using SurveyGap.Analysis.Norms;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Pages;

/// <summary>Beside others: the customers' mean of each dimension and the norm, the median of other clients. It describes, without labels.</summary>
internal static class NormPage
{
    /// <summary>Left out without norms, or where the customers are not shown.</summary>
    public static Section? Of(Edition edition)
    {
        var rows = Rows(edition);
        if (rows.Count == 0)
            return null;

        var words = edition.Words;
        var places = Places(rows);
        var (above, all) = Above(edition, places);
        return new Section(words["norm"],
        [
            .. Edition.Opening(words["norm"], words.Say("norm.title", above, all), words["norm.lead"]),
            new Figure(Chart(edition, ChartSizes.Paper, rows)) { Above = 12 },
            Edition.Note(words["norm.note"]),
            Edition.Part(words["norm.counts"]),
            Counts(edition, places) with { Above = 6 },
            Edition.Part(words["norm.table"]),
            Values(edition, rows) with { Above = 6 },
        ]);
    }

    /// <summary>The dimensions beside their norms, for any surface; null without norms.</summary>
    public static Drawing? Chart(Edition edition, ChartSizes sizes) => Rows(edition) is { Count: > 0 } rows ? Chart(edition, sizes, rows) : null;

    private static List<(MirrorItem Item, Norm Norm)> Rows(Edition edition) =>
    [
        .. from dimension in edition.Analysis.Dimensions
           where dimension.Groups[Audience.Customer].Value?.Mean is not null
           join norm in edition.Model.Norms on dimension.Dimension.Key equals norm.Dimension
           select (MirrorItem.Of(dimension, edition.Analysis.Questionnaire), norm),
    ];

    // Above (1), at (0) or below (−1) the norm, as rounded as both are shown.
    private static List<int> Places(List<(MirrorItem Item, Norm Norm)> rows) =>
        rows.ConvertAll(row => Math.Sign(Format.Round(Mean(row.Item)) - row.Norm.Mean));

    private static ((string, string) Above, (string, string) All) Above(Edition edition, List<int> places) =>
        (("n", edition.Format.Count(places.Count(place => place > 0))), ("all", edition.Format.Count(places.Count)));

    private static double Mean(MirrorItem item) => item.Groups[Audience.Customer].Mean;

    private static Drawing Chart(Edition edition, ChartSizes sizes, List<(MirrorItem Item, Norm Norm)> rows)
    {
        var (above, all) = Above(edition, Places(rows));
        return new Dumbbell(sizes, edition.Words).Draw(
            edition.Words["norm"], edition.Words.Say("norm.alt", above, all), edition.Groups,
            [.. rows.Select(row => MirrorChart.Row(edition, row.Item, Audience.Customer) with
            {
                Gap = edition.Mark(row.Item.Gaps[Pair.Mirror]),
                Norm = row.Norm.Mean,
            })]);
    }

    private static Table Counts(Edition edition, List<int> places)
    {
        (string Key, int Place)[] counts = [("above", 1), ("same", 0), ("below", -1)];
        return new Table(
            [
                .. counts.Select(count => new Column(edition.Words[$"norm.{count.Key}"], Paper.TextWidth / 4, Anchor.Middle)),
                new Column(edition.Words["dimensions.counts.all"], Paper.TextWidth / 4, Anchor.Middle),
            ],
            [
                new(
                [
                    .. counts.Select(count => new Cell(edition.Format.Count(places.Count(place => place == count.Place)))),
                    edition.Format.Count(places.Count),
                ]),
            ]);
    }

    private static Table Values(Edition edition, List<(MirrorItem Item, Norm Norm)> rows)
    {
        var words = edition.Words;
        return new Table(
            [
                new(words["dimension"], 157), new(words["group.3"], 66, Anchor.End), new(words["norm"], 66, Anchor.End),
                new(words["gap.Mirror"], 74, Anchor.End), new(words["norm.gap"], 60, Anchor.End), new(words["norm.clients"], 64.28, Anchor.End),
            ],
            [.. rows.Select(row => new Row(
            [
                edition.NameCell(row.Item), edition.Format.Number(Mean(row.Item)), edition.Format.Number(row.Norm.Mean),
                row.Item.Gaps[Pair.Mirror].Value is { } gap
                    ? edition.Format.WithSign(gap.Points)
                    : Cells.Absent(edition, edition.Asked.Contains(Audience.Executive)),
                edition.Format.WithSign(row.Norm.Gap), edition.Format.Count(row.Norm.Clients),
            ]))]);
    }
}
