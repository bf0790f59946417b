using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>A gap as a cell with a colour: steps at ±0.5 and ±1.0, the number and its arrow always printed, no red and green.</summary>
internal static class Heat
{
    /// <summary>The cell of a gap in scale points; null is withheld, or was not asked.</summary>
    public static Cell Cell(Reading reading, double? points, bool asked = true)
    {
        if (points is not { } gap)
            return Cells.Absent(reading, asked);

        // The step belongs to the number that is printed, so that equal numbers have equal colours.
        var shown = Math.Round(gap, 1, MidpointRounding.AwayFromZero);
        var fill = shown switch
        {
            >= 1 => Palette.Overestimated,
            >= 0.5 => Palette.OverestimatedLight,
            > -0.5 => Palette.AboutEqual,
            > -1 => Palette.UnderestimatedLight,
            _ => Palette.Underestimated,
        };
        var arrow = shown switch { >= 0.5 => " ▲", <= -0.5 => " ▼", _ => "" };
        return new Cell(reading.Format.WithSign(gap) + arrow) { Fill = fill, Style = Typography.Table.Strong.In(Palette.TextOn(fill)) };
    }
}
