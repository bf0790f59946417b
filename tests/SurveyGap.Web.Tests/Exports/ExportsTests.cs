using System.Net;
using System.Runtime.CompilerServices;
using SurveyGap.Analysis.Results;
using SurveyGap.Reports.Tables;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Exports;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Tests.Exports;

public sealed class ExportsTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] OfCells = ["questions", "dimensions", "segments"];

    private static readonly string Exports = $"/clients/{Cast.Alpenblick.Id}/waves/{Cast.Alpenblick.ClosedWave}/exports";

    [Theory]
    [InlineData("results.xlsx?language=de", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Alpenblick Versicherung, Frühling.xlsx")]
    [InlineData("results.json", "application/json", "Alpenblick Versicherung, Frühling.json")]
    [InlineData("gaps.csv?language=de", "text/csv", "Alpenblick Versicherung, Frühling, Lücken.csv")]
    [InlineData("gaps.csv?language=en", "text/csv", "Alpenblick Versicherung, Frühling, Gaps.csv")]
    public async Task Ben_downloads_under_a_name_that_says_what_it_is(string file, string type, string name)
    {
        var browser = await app.As(Person.Ben);

        using var response = await browser.GetAsync(new Uri($"{Exports}/{file}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(name, response.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("responses.csv")]
    [InlineData("gaps.csv?language=xx")]
    [InlineData("results.xlsx?language=xx")]
    public async Task What_there_is_not_is_not_found(string file)
    {
        var browser = await app.As(Person.Ana);

        using var response = await browser.GetAsync(new Uri($"{Exports}/{file}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_results_page_leads_to_every_file()
    {
        var browser = await app.As(Person.Ben);
        var page = await browser.GetStringAsync(new Uri($"/clients/{Cast.Alpenblick.Id}/waves/{Cast.Alpenblick.ClosedWave}/results", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.All(["results.xlsx", "results.json", .. ResultTables.Keys.Select(key => $"{key}.csv")],
            file => Assert.Contains($"href=\"{Exports}/{file}?language=", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("questions")]
    [InlineData("dimensions")]
    [InlineData("gaps")]
    [InlineData("segments")]
    [InlineData("trend")]
    [InlineData("importance")]
    [InlineData("predictions")]
    [InlineData("recommendation")]
    [InlineData("company")]
    [InlineData("method")]
    public void The_three_formats_hold_the_same_cells(string key)
    {
        var tables = ResultTables.Of(WithheldWave.Report);
        var table = tables.Single(found => found.Key == key);

        var csv = ExportedTable.OfCsv(TableCsv.Write(table));
        var json = ExportedTable.OfJson(TablesJson.Write(tables), key);
        var sheet = ExportedTable.OfSheet(TablesWorkbook.Write(WithheldWave.Report, tables), table.Name);

        Assert.NotEmpty(csv.Rows);
        Assert.Equal(json.Heads, csv.Heads);
        Assert.Equal(json.Rows.Select(Guarded), csv.Rows);
        Assert.Equal(csv.Rows, sheet.Rows);
    }

    [Fact]
    public void The_README_names_every_column()
    {
        var lines = File.ReadAllLines(Path.Combine(Here(), "..", "..", "..", "README.md"));

        Assert.All(ResultTables.Of(WithheldWave.Report), table =>
        {
            var line = Assert.Single(lines, line => line.StartsWith($"| `{table.Key}` |", StringComparison.Ordinal));
            Assert.All(table.Columns, column => Assert.Contains($"`{column.Key}`", line, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void A_withheld_cell_has_no_number_but_the_words_for_it()
    {
        var analysis = WithheldWave.Report.Analysis;
        Withheld?[] all =
        [
            .. analysis.Questions.SelectMany(question => question.Groups.Values.Select(cell => cell.Withheld)),
            .. analysis.Dimensions.SelectMany(dimension => dimension.Groups.Values.Select(cell => cell.Withheld)),
            .. analysis.Segments.SelectMany(segment => segment.Values.SelectMany(value => value.Dimensions.Values.Select(cell => cell.Withheld))),
        ];
        var tables = ResultTables.Of(WithheldWave.Report).ToDictionary(table => table.Key, table => ExportedTable.OfCsv(TableCsv.Write(table)));
        var exported = OfCells.SelectMany(key => tables[key].Rows.Select(row => (Table: tables[key], Row: row))).ToList();

        Assert.Superset(Enum.GetValues<Withheld>().Select(kind => (Withheld?)kind).ToHashSet(), all.ToHashSet());
        Assert.Equal(all.Length, exported.Count);
        Assert.All(all.Zip(exported), pair =>
        {
            var (table, row) = pair.Second;
            Assert.Equal(pair.First is not null, table[row, "withheld"] is "zu wenige Antworten" or "nicht gefragt");
            Assert.Equal(pair.First is not null, table[row, "mean"] is null);
            Assert.True(pair.First is null || row.Where((_, column) => table.Heads[column] != "answers").All(cell => cell is not decimal));
        });
    }

    [Fact]
    public void Who_is_not_asked_is_told_from_too_few()
    {
        var table = ExportedTable.OfCsv(TableCsv.Write(ResultTables.Of(WithheldWave.Report)[0]));

        Assert.Equal("nicht gefragt", table[table.Row(("question_key", "punctuality"), ("group", "Führung")), "withheld"]);
        Assert.Equal("zu wenige Antworten", table[table.Row(("question_key", "accuracy"), ("group", "Führung")), "withheld"]);
    }

    [Fact]
    public void Names_have_no_soft_hyphens_that_a_search_would_miss() =>
        Assert.Contains(ResultTables.Of(WithheldWave.Report).Single(table => table.Key == "dimensions").Rows, row => row[1].Text == "Gesamturteil");

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private static object?[] Guarded(IReadOnlyList<object?> row) => [.. row.Select(cell => cell is string text ? FormulaGuard.Of(text) : cell)];
}
