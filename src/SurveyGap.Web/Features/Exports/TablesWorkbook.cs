using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SurveyGap.Reports;
using SurveyGap.Reports.Tables;

namespace SurveyGap.Web.Features.Exports;

/// <summary>The tables as an Excel workbook: one sheet each, numbers as numbers, the head frozen.</summary>
internal static class TablesWorkbook
{
    public static byte[] Write(ReportModel model, IReadOnlyList<ResultTable> tables)
    {
        using var memory = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            file.PackageProperties.Creator = "SurveyGap";
            file.PackageProperties.Created = model.ReleasedAt.UtcDateTime;
            var book = file.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.Sheet();
            book.Workbook = new Workbook(new Sheets(tables.Select((table, index) => Sheet(book, table, (uint)index + 1))));
        }

        return memory.ToArray();
    }

    private static Sheet Sheet(WorkbookPart book, ResultTable table, uint number)
    {
        var part = book.AddNewPart<WorksheetPart>();
        WorksheetWriter.Write(part, table);
        return new Sheet { Name = table.Name, SheetId = number, Id = book.GetIdOfPart(part) };
    }
}
