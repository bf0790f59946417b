using System.Text;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Tests.Shared;

public sealed class DelimitedTableTests
{
    private static readonly DelimitedLimits Limits = new(Bytes: 1 << 20, Rows: 3, Columns: 4, CellLength: 20, Delimiters: ",;\t|");

    [Theory]
    [InlineData("name,mail\nAna,a@example.com")]
    [InlineData("name;mail\nAna;a@example.com")]
    [InlineData("name\tmail\nAna\ta@example.com")]
    [InlineData("name|mail\nAna|a@example.com")]
    [InlineData("\"name\" , mail\r\n Ana , a@example.com \r\n")]
    public async Task The_delimiter_is_found_and_cells_are_trimmed(string text) =>
        Assert.Equal(["Ana", "a@example.com"], (await Read(text)).Table!.Rows[0].Cells);

    [Theory]
    [InlineData("a\n1\n2\n3\n4\n", "line 5: more than 3 rows; split the file.")]
    [InlineData("a,b,c,d,e\n", "line 1: 5 columns; at most 4 are read.")]
    public async Task What_is_too_much_is_refused_whole(string text, string fault)
    {
        var (table, faults) = await Read(text);

        Assert.Null(table);
        Assert.Equal([fault], faults.First.Select(told => told.ToString()));
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_not_read_to_its_end()
    {
        using var endless = new MemoryStream(new byte[3 << 20]);
        var faults = new DelimitedFaults();

        Assert.Null(await DelimitedTable.Read(endless, Limits, faults));
        Assert.Equal("the file is larger than 1 MB; split it.", Assert.Single(faults.First).ToString());
        Assert.True(endless.Position < endless.Length);
    }

    [Fact]
    public async Task A_quote_inside_of_a_plain_cell_is_text() =>
        Assert.Equal("er sagte \"nein\"", (await Read("a;b\n1;er sagte \"nein\"\n")).Table!.Rows[0].Cells[1]);

    private static async Task<(DelimitedTable? Table, DelimitedFaults Faults)> Read(string text)
    {
        var faults = new DelimitedFaults();
        return (await DelimitedTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), Limits, faults), faults);
    }
}
