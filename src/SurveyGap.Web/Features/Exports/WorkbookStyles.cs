using DocumentFormat.OpenXml.Spreadsheet;
using SurveyGap.Reports.Tables;

namespace SurveyGap.Web.Features.Exports;

/// <summary>How cells look: the places in <see cref="Sheet"/>'s list of formats.</summary>
internal static class WorkbookStyles
{
    public const uint Text = 0;
    public const uint Head = 1;

    private const uint Whole = 2;
    private const uint Rating = 3;
    private const uint Difference = 4;

    // From this number on, formats are the file's own; 1 is a whole number everywhere.
    private const uint RatingFormat = 164;
    private const uint DifferenceFormat = 165;

    public static uint Of(ResultCell cell) => cell.Kind switch
    {
        ResultNumber.Rating => Rating,
        ResultNumber.Difference => Difference,
        _ => Whole,
    };

    public static Stylesheet Sheet() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = RatingFormat, FormatCode = "0.0" },
            new NumberingFormat { NumberFormatId = DifferenceFormat, FormatCode = "+0.0;\u22120.0;0.0" }),
        new Fonts(new Font(), new Font(new Bold())),
        // The first two fills are Excel's own.
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            Format(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }),
            Format(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }, font: 1),
            Format(new Alignment { Vertical = VerticalAlignmentValues.Top }, number: 1),
            Format(new Alignment { Vertical = VerticalAlignmentValues.Top }, number: RatingFormat),
            Format(new Alignment { Vertical = VerticalAlignmentValues.Top }, number: DifferenceFormat)));

    private static CellFormat Format(Alignment alignment, uint font = 0, uint number = 0) => new(alignment)
    {
        FormatId = 0,
        FontId = font,
        FillId = 0,
        BorderId = 0,
        NumberFormatId = number,
        ApplyNumberFormat = number != 0,
        ApplyAlignment = true,
    };
}
