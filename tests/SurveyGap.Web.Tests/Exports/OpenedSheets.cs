using System.Globalization;
using System.Xml.Linq;

namespace SurveyGap.Web.Tests.Exports;

/// <summary>A file as LibreOffice has understood it, from its flat OpenDocument: sheets of rows of decimals, strings and nulls.</summary>
internal sealed class OpenedSheets(XDocument document)
{
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    public IReadOnlyList<(string Name, IReadOnlyList<IReadOnlyList<object?>> Rows)> All { get; } =
    [
        .. document.Descendants(Table + "table").Select(sheet => (
            (string)sheet.Attribute(Table + "name")!,
            (IReadOnlyList<IReadOnlyList<object?>>)[.. sheet.Descendants(Table + "table-row").Select(Row).Where(row => row.Count > 0)])),
    ];

    /// <summary>What it computes.</summary>
    public IReadOnlyList<string> Formulas { get; } = [.. document.Descendants().Attributes(Table + "formula").Select(formula => formula.Value)];

    // Equal cells beside each other are written once; what is empty at the end fills the sheet, and is no part of it.
    private static List<object?> Row(XElement row)
    {
        List<object?> cells =
        [
            .. row.Elements(Table + "table-cell").SelectMany(cell =>
                Enumerable.Repeat(Value(cell), Math.Min(100, (int?)cell.Attribute(Table + "number-columns-repeated") ?? 1))),
        ];
        return cells[..(cells.FindLastIndex(cell => cell is not null) + 1)];
    }

    private static object? Value(XElement cell) => (string?)cell.Attribute(Office + "value-type") switch
    {
        null => null,
        "float" => decimal.Parse(cell.Attribute(Office + "value")!.Value, NumberStyles.Float, CultureInfo.InvariantCulture),
        _ => string.Join('\n', cell.Elements(Text + "p").Select(Paragraph)),
    };

    // Tabs and repeated spaces are elements of their own.
    private static string Paragraph(XElement paragraph) => string.Concat(paragraph.DescendantNodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement element when element.Name == Text + "tab" => "\t",
        XElement element when element.Name == Text + "s" => new string(' ', (int?)element.Attribute(Text + "c") ?? 1),
        _ => "",
    }));
}
