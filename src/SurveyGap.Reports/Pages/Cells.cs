using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>Cells that several tables have.</summary>
internal static class Cells
{
    private static readonly TextStyle Withheld = Typography.Table with { Size = 7, Colour = Palette.Muted };

    /// <summary>A mean; «zu wenige» where it is withheld, never blank and never 0.</summary>
    public static Cell Mean(Reading reading, double? mean) =>
        mean is { } shown ? new Cell(reading.Format.Number(shown)) : TooFew(reading);

    /// <summary>«zu wenige», small enough for a narrow column.</summary>
    public static Cell TooFew(Reading reading) => new(reading.Words["withheld.short"]) { Style = Withheld };
}
