using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SurveyGap.Web.Tests.Exports;

/// <summary>A table as another program reads it: numbers as decimals, texts as strings, null where there is nothing.</summary>
internal sealed record ExportedTable(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    public object? this[IReadOnlyList<object?> row, string column] => row[Heads.ToList().IndexOf(column)];

    public IReadOnlyList<object?> Row(params (string Column, object? Value)[] where) =>
        Rows.Single(row => where.All(wanted => Equals(this[row, wanted.Column], wanted.Value)));

    public static ExportedTable OfCsv(byte[] csv)
    {
        Assert.Equal(Encoding.UTF8.GetPreamble(), csv[..3]);
        using var reader = CsvReader.Create(csv[3..], new CsvReaderOptions { HasHeader = false });
        List<string[]> records = [];
        foreach (var record in reader)
        {
            var fields = new string[record.FieldCount];
            for (var field = 0; field < fields.Length; field++)
                fields[field] = record[field].ToString();
            records.Add(fields);
        }

        return new ExportedTable(records[0], [.. records.Skip(1).Select(record => record.Select(Parsed).ToArray())]);
    }

    public static ExportedTable OfJson(byte[] json, string table)
    {
        using var document = JsonDocument.Parse(json);
        var rows = document.RootElement.GetProperty(table).EnumerateArray().ToList();
        return new ExportedTable(
            [.. rows.Take(1).SelectMany(row => row.EnumerateObject().Select(member => member.Name))],
            [.. rows.Select(row => row.EnumerateObject().Select(member => Value(member.Value)).ToArray())]);
    }

    public static ExportedTable OfSheet(byte[] workbook, string sheet)
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        var book = file.WorkbookPart!;
        var part = (WorksheetPart)book.GetPartById(book.Workbook.Descendants<Sheet>().Single(found => found.Name == sheet).Id!);
        object?[][] rows = [.. part.Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(Value).ToArray())];
        return new ExportedTable([.. rows[0].Cast<string>()], rows[1..]);
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.GetDecimal(),
        _ => value.GetString(),
    };

    private static object? Value(Cell cell) => cell switch
    {
        { InlineString.Text.Text: { } text } => text,
        { CellValue.Text: { } number } => decimal.Parse(number, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static object? Parsed(string field) =>
        field.Length == 0 ? null
        : decimal.TryParse(field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : field;
}
