using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using SurveyGap.Reports.Tables;
using SurveyGap.Web.Features.Exports;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Tests.Exports;

/// <summary>LibreOffice opens the workbook, PSPP reads the CSV: what is in them after that is what was in the tables.</summary>
public sealed class OtherProgramsTests : IDisposable
{
    private static readonly string[] Hostile = ["=1+1", "+1+1", "-2+3", "@SUM(1)", "\t=1+1"];
    private static readonly IReadOnlyList<ResultTable> Tables = ResultTables.Of(WithheldWave.Report);

    // Heads, texts, and beside them a number that is no formula.
    private static readonly ResultTable Formulas = new(
        "formulas", "Formeln", [.. Hostile.Select(text => new ResultColumn(text, text)), new("n", "n")], [[.. Hostile.Select(text => (ResultCell)text), ResultCell.Difference(-0.5)]]);

    private readonly string _folder = Directory.CreateTempSubdirectory("surveygap-exports-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LibreOffice_opens_workbook_and_CSV_without_loss_and_computes_nothing()
    {
        await Write("results.xlsx", TablesWorkbook.Write(WithheldWave.Report, [.. Tables, Formulas]));
        await Write("guarded.csv", TableCsv.Write(Formulas));
        await Write("bare.csv", "=1+1\n"u8.ToArray());
        // One start for all of them.
        await Run("soffice", [$"-env:UserInstallation=file://{_folder}/profile", "--headless", "--convert-to", "fods", "--outdir", _folder, "results.xlsx", "guarded.csv", "bare.csv"]);

        var workbook = await Opened("results");
        Assert.Equal([.. Tables.Select(table => table.Name), "Formeln"], workbook.All.Select(sheet => sheet.Name));
        Assert.All(Tables.Append(Formulas).Zip(workbook.All), pair => Assert.Equal(
            [Trimmed(pair.First.Columns.Select(column => FormulaGuard.Of(column.Name))), .. pair.First.Rows.Select(row => Trimmed(row.Select(Shown)))], pair.Second.Rows));
        Assert.Empty(workbook.Formulas);

        var guarded = await Opened("guarded");
        Assert.Equal([.. Hostile.Select(text => "'" + text), -0.5m], guarded.All[0].Rows[1]);
        Assert.Empty(guarded.Formulas);
        // Without the quote it would have been one.
        Assert.Single((await Opened("bare")).Formulas);
    }

    [Fact]
    public async Task PSPP_reads_the_CSV_of_every_table_cell_by_cell()
    {
        foreach (var table in Tables)
        {
            await Write($"{table.Key}.csv", TableCsv.Write(table));
            await Write($"{table.Key}.sps", System.Text.Encoding.UTF8.GetBytes(Syntax(table)));
            await Run("pspp", [$"{table.Key}.sps"]);

            var read = ExportedTable.OfCsv([.. System.Text.Encoding.UTF8.GetPreamble(), .. await File.ReadAllBytesAsync(Path.Combine(_folder, $"{table.Key}-read.csv"), Stop)]);
            Assert.Equal(table.Columns.Select(column => column.Key), read.Heads);
            Assert.Equal(
                table.Rows.Select(row => row.Select(cell => cell.Number is { } number ? (decimal)number : (object?)cell.Text).Select(AsRead)),
                read.Rows.Select(row => row.Select(AsRead)));
        }
    }

    // As its manual has it: which columns are numbers, in the order of the one line of heads.
    private static string Syntax(ResultTable table)
    {
        var variables = string.Join(' ', table.Columns.Select((column, index) =>
            $"{column.Key} {(table.Rows.Any(row => row[index].Number is not null) && table.Key is not ("method" or "company") ? "F8.1" : "A2000")}"));
        return $"""
            GET DATA /TYPE=TXT /FILE='{table.Key}.csv' /ENCODING='UTF-8' /DELIMITERS=',' /QUALIFIER='"' /ARRANGEMENT=DELIMITED /FIRSTCASE=2 /VARIABLES={variables}.
            SAVE TRANSLATE /OUTFILE='{table.Key}-read.csv' /TYPE=CSV /FIELDNAMES /REPLACE.
            """;
    }

    private static object? Shown(ResultCell cell) => cell.Number is { } number ? (decimal)number : cell.Text is { } text ? FormulaGuard.Of(text) : null;

    private static object? AsRead(object? cell) => cell switch
    {
        null or " " => null,
        string text => FormulaGuard.Of(text.TrimEnd()),
        _ => Convert.ToDecimal(cell, CultureInfo.InvariantCulture),
    };

    private static List<object?> Trimmed(IEnumerable<object?> row)
    {
        var cells = row.ToList();
        return cells[..(cells.FindLastIndex(cell => cell is not null) + 1)];
    }

    private async Task<OpenedSheets> Opened(string name)
    {
        await using var file = File.OpenRead(Path.Combine(_folder, $"{name}.fods"));
        return new OpenedSheets(await XDocument.LoadAsync(file, LoadOptions.PreserveWhitespace, Stop));
    }

    private Task Write(string name, byte[] content) => File.WriteAllBytesAsync(Path.Combine(_folder, name), content, Stop);

    private async Task Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
        await process.WaitForExitAsync(Stop);
        Assert.True(process.ExitCode == 0, $"{program}: {await said} {await complained}");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
