using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>All dimensions: the three means, the three gaps, the finding of the mirror gap.</summary>
internal static class DimensionTable
{
    public static Table Of(Edition edition)
    {
        var words = edition.Words;
        return new Table(
        [
            new(words["dimension"], 133), new(words["group.1.short"], 42, Anchor.End), new(words["group.2.short"], 44, Anchor.End),
            new(words["group.3.short"], 42, Anchor.End), new(words["gap.1.3"], 45, Anchor.Middle), new(words["gap.1.2"], 45, Anchor.Middle),
            new(words["gap.2.3"], 45, Anchor.Middle), new(words["interval.mirror"], 48, Anchor.End), new(words["label"], 43.28),
        ],
        [.. edition.Analysis.Dimensions.Select(dimension => new Row(
        [
            edition.Name(dimension.Dimension),
            .. Enum.GetValues<Audience>().Select(audience => Cells.Mean(edition, dimension.Groups[audience].Value?.Mean)),
            .. Pairs.All.Select(pair => Heat.Cell(edition, dimension.Gaps[pair].Value?.Points)),
            edition.Show(dimension.Gaps[Pair.Mirror].Value?.Interval),
            dimension.Gaps[Pair.Mirror].Value is { } gap ? words[$"label.{gap.Label}.short"] : Cells.TooFew(edition),
        ]))]);
    }
}
