using System.Globalization;
using CsvHelper;
using SurveyGap.Reports.Tables;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Exports;

/// <summary>A table as CSV: commas, decimal points and stable column keys, for programs of any culture; for Excel there is the workbook.</summary>
internal static class TableCsv
{
    // With the mark, spreadsheets too read umlauts as such.
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true };

    public static byte[] Write(ResultTable table)
    {
        using var memory = new MemoryStream();
        using (var csv = CsvWriter.Create(memory, Options, leaveOpen: true))
        {
            csv.WriteRecord([.. table.Columns.Select(column => FormulaGuard.Of(column.Key))]);
            foreach (var row in table.Rows)
            {
                foreach (var cell in row)
                {
                    if (cell.Number is { } number)
                        csv.WriteField(number, cell.Decimals == 0 ? "0" : "0.0", CultureInfo.InvariantCulture);
                    else
                        csv.WriteField(FormulaGuard.Of(cell.Text ?? ""));
                }

                csv.EndRecord();
            }
        }

        return memory.ToArray();
    }
}
