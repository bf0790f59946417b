using SurveyGap.Reports.Tables;
using SurveyGap.Web.Features.Exports;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Tests.Exports;

public sealed class FormulaGuardTests
{
    private static readonly string[] Hostile =
        ["=HYPERLINK(\"http://example.org\")", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\0=1"];

    public static TheoryData<string> Formulas => new(Hostile);

    // Heads, then a row of the same texts, then negative numbers, which are no formulas.
    private static readonly ResultTable Table = new(
        "gaps", "Lücken",
        [.. Hostile.Select(text => new ResultColumn(text, text))],
        [[.. Hostile.Select(text => (ResultCell)text)], [.. Hostile.Select(_ => ResultCell.Difference(-0.5))]]);

    [Theory]
    [MemberData(nameof(Formulas))]
    public void What_could_run_gets_a_quote_in_front(string text) => Assert.Equal("'" + text, FormulaGuard.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("Zeit = Geld")]
    [InlineData("−0,5")]
    [InlineData("'=1")]
    [InlineData("zu wenige Antworten")]
    public void Everything_else_stays_as_it_is(string text) => Assert.Equal(text, FormulaGuard.Of(text));

    [Fact]
    public void Heads_and_texts_of_a_CSV_open_harmlessly_and_numbers_stay_numbers()
    {
        var table = ExportedTable.OfCsv(TableCsv.Write(Table));

        Assert.All(table.Heads, head => Assert.StartsWith("'", head, StringComparison.Ordinal));
        Assert.Equal(Hostile.Select(text => "'" + text), table.Rows[0]);
        Assert.All(table.Rows[1], cell => Assert.Equal(-0.5m, cell));
    }

    [Fact]
    public void Heads_and_texts_of_a_workbook_open_harmlessly_and_numbers_stay_numbers()
    {
        var table = ExportedTable.OfSheet(TablesWorkbook.Write(WithheldWave.Report, [Table]), "Lücken");

        Assert.All(table.Heads, head => Assert.StartsWith("'", head, StringComparison.Ordinal));
        // XML has no NUL, so whoever reads sees that something was there; and it has one kind of line end.
        Assert.Equal(Hostile.Select(text => "'" + text.Replace('\0', '\uFFFD').Replace('\r', '\n')), table.Rows[0]);
        Assert.All(table.Rows[1], cell => Assert.Equal(-0.5m, cell));
    }

    [Fact]
    public void Programs_that_read_JSON_get_the_text_itself() =>
        Assert.Equal(Hostile[1], ExportedTable.OfJson(TablesJson.Write([Table]), "gaps").Rows[0][1]);
}
