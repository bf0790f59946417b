using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SurveyGap.Reports.Tables;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Exports;

/// <summary>One table as one sheet, written row by row: a wave with many segments has many rows.</summary>
internal static class WorksheetWriter
{
    // In characters, as Excel counts them; what is longer wraps.
    private const int Narrowest = 9;
    private const int Widest = 60;
    private const int Margin = 2;

    public static void Write(WorksheetPart part, ResultTable table)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(FrozenHead()) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(table.Columns.Select((_, index) => Width(table, index))));
        writer.WriteStartElement(new SheetData());
        writer.WriteElement(new Row(table.Columns.Select(column => Text(column.Name, WorkbookStyles.Head))));
        foreach (var row in table.Rows)
            writer.WriteElement(new Row(row.Select(Cell)));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static Pane FrozenHead() =>
        new() { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };

    private static Column Width(ResultTable table, int index)
    {
        var longest = table.Rows.Select(row => row[index].Text?.Length ?? 0).Append(table.Columns[index].Name.Length).Max();
        var place = (uint)index + 1;
        return new Column { Min = place, Max = place, Width = Math.Clamp(longest, Narrowest, Widest) + Margin, CustomWidth = true };
    }

    private static Cell Cell(ResultCell cell) => cell switch
    {
        { Number: { } number } => new Cell { CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)), StyleIndex = WorkbookStyles.Of(cell) },
        { Text: { } text } => Text(text, WorkbookStyles.Text),
        _ => new Cell(),
    };

    private static Cell Text(string text, uint style) => new()
    {
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(Readable(FormulaGuard.Of(text))) { Space = SpaceProcessingModeValues.Preserve }),
        StyleIndex = style,
    };

    // What XML cannot hold (control characters, half of a pair) is replaced visibly.
    private static string Readable(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
}
