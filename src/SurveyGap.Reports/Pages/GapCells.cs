using SurveyGap.Analysis.Results;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>A gap in a table: points, interval and label, or across them why there is none.</summary>
internal static class GapCells
{
    public static IEnumerable<Cell> Of(Reading edition, Cell<Gap> gap)
    {
        if (gap.Value is not { } value)
        {
            yield return new Cell(edition.Words["withheld"]) { Span = 3, Style = Typography.Table.In(Palette.Muted) };
            yield break;
        }

        var colour = value.Label != Label.Clear ? Palette.Ink : value.Points > 0 ? Palette.Overestimated : Palette.Underestimated;
        yield return new Cell(edition.Format.WithSign(value.Points)) { Style = Typography.Table.Strong.In(colour) };
        yield return edition.Show(value.Interval);
        yield return edition.Name(value.Label);
    }
}
