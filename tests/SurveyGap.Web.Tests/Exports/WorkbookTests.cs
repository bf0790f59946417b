using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SurveyGap.Reports.Tables;
using SurveyGap.Web.Features.Exports;

namespace SurveyGap.Web.Tests.Exports;

public sealed class WorkbookTests : IDisposable
{
    private readonly SpreadsheetDocument _file = SpreadsheetDocument.Open(
        new MemoryStream(TablesWorkbook.Write(WithheldWave.Report, ResultTables.Of(WithheldWave.Report))), isEditable: false);

    [Fact]
    public void It_keeps_the_rules_of_the_format() =>
        Assert.Empty(new OpenXmlValidator().Validate(_file, TestContext.Current.CancellationToken).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));

    [Fact]
    public void There_is_one_sheet_for_each_table() =>
        Assert.Equal(["Fragen", "Themen", "Lücken", "Segmente", "Veränderung", "Wichtigkeit", "Schätzungen", "Weiterempfehlung", "Unternehmen", "Methode"], _file.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!));

    [Fact]
    public void The_head_of_each_sheet_stays_when_one_scrolls_and_every_column_has_a_width() => Assert.All(_file.WorkbookPart!.WorksheetParts, part =>
    {
        var pane = Assert.Single(part.Worksheet.Descendants<Pane>());
        Assert.Equal((PaneStateValues.Frozen, 1d), (pane.State!.Value, pane.VerticalSplit!.Value));
        Assert.Equal(part.Worksheet.Descendants<Row>().First().Elements<Cell>().Count(), part.Worksheet.Descendants<Column>().Count(column => column.Width!.Value is > 9 and < 65));
    });

    [Fact]
    public void Every_row_is_as_wide_as_its_head_and_no_cell_is_a_formula() => Assert.All(_file.WorkbookPart!.WorksheetParts, part =>
    {
        var widths = part.Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Count());
        Assert.Single(widths.Distinct());
        Assert.Empty(part.Worksheet.Descendants<CellFormula>());
    });

    [Fact]
    public void A_half_of_a_pair_and_control_characters_are_replaced_visibly()
    {
        var table = new ResultTable("gaps", "Lücken", [new("name", "Name")], [["a\ud83d!"], ["b\u0001\uffff!"], ["\ud83d\ude00"]]);

        Assert.Equal(["a\ufffd!", "b\ufffd\ufffd!", "\ud83d\ude00"], ExportedTable.OfSheet(TablesWorkbook.Write(WithheldWave.Report, [table]), "Lücken").Rows.Select(row => row[0]));
    }

    public void Dispose() => _file.Dispose();
}
