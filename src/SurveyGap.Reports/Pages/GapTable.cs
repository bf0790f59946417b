using SurveyGap.Analysis.Results;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>Questions or dimensions with the means of the groups, their gaps, and the finding of one of these. Groups that were not asked have no column.</summary>
internal static class GapTable
{
    private const double Mean = 42, Gap = 43.5, Interval = 48, Finding = 46.28;

    /// <param name="edition">The report.</param>
    /// <param name="head">Key of the first column's head.</param>
    /// <param name="lead">The pair whose interval and finding stand at the end.</param>
    /// <param name="items">The rows.</param>
    public static Table Of(Edition edition, string head, Pair lead, IReadOnlyList<MirrorItem> items)
    {
        var words = edition.Words;
        var (groups, pairs) = (edition.Asked, edition.AskedPairs.ToList());
        return new Table(
            [
                new(words[head], Paper.TextWidth - (groups.Count * Mean) - (pairs.Count * Gap) - Interval - Finding),
                .. groups.Select(group => new Column(words[$"group.{(int)group}.short"], Mean, Anchor.End)),
                .. pairs.Select(pair => new Column(Short(edition, pair), Gap, Anchor.Middle)),
                new(words.Say("interval.pair", ("pair", Short(edition, lead))), Interval, Anchor.End), new(words["label"], Finding),
            ],
            [.. items.Select(item => new Row(
            [
                edition.NameCell(item),
                .. groups.Select(group => Cells.Mean(edition, item.Mean(group), item.Asked.Contains(group))),
                .. pairs.Select(pair => Heat.Cell(edition, item.Gaps[pair].Value?.Points, IsAsked(item, pair))),
                edition.Show(item.Gaps[lead].Value?.Interval),
                item.Gaps[lead].Value is { } gap ? words[$"label.{gap.Label}.short"] : Cells.Absent(edition, IsAsked(item, lead)),
            ]))]);
    }

    private static bool IsAsked(MirrorItem item, Pair pair) => item.Asked.Contains(pair.From) && item.Asked.Contains(pair.To);

    private static string Short(Edition edition, Pair pair) => edition.Words[$"gap.{(int)pair.From}.{(int)pair.To}"];
}
