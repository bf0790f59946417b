using SurveyGap.Reports.Tables;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Exports;

/// <summary>A table as CSV, under stable column keys, for programs of any culture; for Excel there is the workbook.</summary>
internal static class TableCsv
{
    public static byte[] Write(ResultTable table)
    {
        using var csv = new GuardedCsv(table.Columns.Select(column => column.Key));
        foreach (var row in table.Rows)
        {
            foreach (var cell in row)
            {
                if (cell.Number is { } number)
                    csv.Number(number, cell.Decimals);
                else
                    csv.Text(cell.Text);
            }

            csv.EndRow();
        }

        return csv.Take();
    }
}
