using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>Cells that several tables have.</summary>
internal static class Cells
{
    private static readonly TextStyle Small = Typography.Table with { Size = 7, Colour = Palette.Muted };

    /// <summary>A mean; «zu wenige» where it is withheld, never blank and never 0.</summary>
    public static Cell Mean(Reading reading, double? mean, bool asked = true) =>
        mean is { } shown ? new Cell(reading.Format.Number(shown)) : Absent(reading, asked);

    /// <summary>«zu wenige», or «nicht gefragt», small enough for a narrow column.</summary>
    public static Cell Absent(Reading reading, bool asked = true) =>
        new(reading.Words[asked ? "withheld.short" : "notAsked.short"]) { Style = Small };
}
