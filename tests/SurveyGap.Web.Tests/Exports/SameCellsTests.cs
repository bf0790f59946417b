using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Languages;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Exports;

/// <summary>The files and the results page, cell by cell, on a wave with every kind of withheld cell.</summary>
public sealed class SameCellsTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private static readonly Wording Words = Wording.Of("de");
    private static readonly string[] Groups = [.. Enum.GetValues<Audience>().Select(audience => Words[string.Create(CultureInfo.InvariantCulture, $"group.{(int)audience}")])];

    private readonly WithheldWave _wave = new();
    private string _address = "";
    private IDocument _page = null!;

    public async ValueTask InitializeAsync()
    {
        _address = $"/clients/{Cast.Alpenblick.Id}/waves/{await _wave.Enter(app, Cast.Alpenblick)}";
        var browser = await app.As(Person.Ben);
        _page = await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(new Uri($"{_address}/results", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_mean_and_gap_of_the_mirror_is_the_same_in_the_files()
    {
        var (questions, gaps) = (await Csv("questions"), await Csv("gaps"));
        var rows = Values("mirror");

        Assert.Equal(26, rows.Count);
        Assert.All(rows, row =>
        {
            var of = ("question", (object?)Unguarded(row[0], questions, "question"));
            SameMeans(row, questions, of);
            SameGaps(row, gaps, Words["question"], of.Item2);
        });
        // The page must have both, or this test would compare nothing with nothing.
        Assert.Contains(rows, row => row.Contains(Words["withheld.short"]));
        Assert.Contains(rows, row => !row.Contains(Words["withheld.short"]));
    }

    [Fact]
    public async Task Every_mean_and_gap_of_the_dimensions_is_the_same_in_the_files()
    {
        var (dimensions, gaps) = (await Csv("dimensions"), await Csv("gaps"));
        var rows = Values("chain");

        Assert.Equal(8, rows.Count);
        Assert.All(rows, row =>
        {
            SameMeans(row, dimensions, ("dimension", row[0]));
            SameGaps(row, gaps, Words["dimension"], row[0]);
        });
        Assert.Contains(rows, row => row.Contains(Words["withheld.short"]));
    }

    [Fact]
    public async Task Every_change_is_the_same_in_the_files()
    {
        var trend = await Csv("trend");
        var rows = Values("trend");

        Assert.NotEmpty(rows);
        Assert.Equal(rows.Count * 2, trend.Rows.Count);
        Assert.All(rows, row =>
        {
            var before = trend.Row(("dimension", row[0]), ("group", row[1]), ("wave", "Frühling"));
            var now = trend.Row(("dimension", row[0]), ("group", row[1]), ("wave", "'" + WithheldWave.Name));
            Assert.Equal(row[2], Mean(trend[before, "mean"]));
            Assert.Equal(row[3], Mean(trend[now, "mean"]));
            Assert.Equal(row[4], trend[now, "change"] is decimal change ? Words.Format.WithSign((double)change) : "–");
            Assert.Equal(row[5], Interval(trend[now, "change_low"], trend[now, "change_high"]));
            Assert.Equal(row[6], trend[now, "change"] is null ? "–" : Short(trend[now, "label"]));
        });
        Assert.Contains(rows, row => row[4] == "–");
    }

    private static void SameMeans(List<string> row, ExportedTable table, (string Column, object? Value) of)
    {
        for (var group = 0; group < Groups.Length; group++)
        {
            var exported = table.Row(of, ("group", Groups[group]));
            Assert.Equal(row[1 + group], Mean(table[exported, "mean"]));
            Assert.Equal(table[exported, "mean"] is null, table[exported, "withheld"] is not null);
        }
    }

    private static void SameGaps(List<string> row, ExportedTable gaps, string kind, object? name)
    {
        for (var pair = 0; pair < Pairs.All.Count; pair++)
        {
            var exported = gaps.Row(("kind", kind), ("name", name), ("pair_key", Pairs.All[pair].Key));
            Assert.Equal(row[4 + pair], gaps[exported, "gap"] is decimal gap ? Words.Format.WithSign((double)gap) : Words["withheld.short"]);
            Assert.Equal(gaps[exported, "gap"] is null, gaps[exported, "withheld"] is not null);
        }

        var mirror = gaps.Row(("kind", kind), ("name", name), ("pair_key", Pair.Mirror.Key));
        Assert.Equal(row[7], Interval(gaps[mirror, "gap_low"], gaps[mirror, "gap_high"]));
        Assert.Equal(row[8], gaps[mirror, "label"] is null ? Words["withheld.short"] : Short(gaps[mirror, "label"]));
    }

    private static string Mean(object? mean) => mean is decimal shown ? Words.Format.Number((double)shown) : Words["withheld.short"];

    private static string Interval(object? low, object? high) =>
        low is decimal from && high is decimal to ? Words.Format.Interval((double)from, (double)to) : "–";

    private static string Short(object? label) => Words[$"label.{Enum.GetValues<Label>().Single(known => Words[$"label.{known}"] == (string?)label)}.short"];

    private static string Unguarded(string name, ExportedTable table, string column) =>
        table.Rows.Any(row => Equals(table[row, column], name)) ? name : "'" + name;

    private async Task<ExportedTable> Csv(string table)
    {
        var browser = await app.As(Person.Ben);
        return ExportedTable.OfCsv(await browser.GetByteArrayAsync(new Uri($"{_address}/exports/{table}.csv?language=de", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    // The rows of a chapter's table, one text a column.
    private List<List<string>> Values(string chapter)
    {
        var section = _page.QuerySelectorAll("section.block").Single(block => block.QuerySelector($"a[href$='/{chapter}.svg']") is not null);
        return [.. section.QuerySelectorAll(".values tbody tr").Select(row => row.Children.SelectMany(cell => Enumerable.Repeat(cell.TextContent.Trim().Replace("\u00ad", "", StringComparison.Ordinal), cell.GetAttribute("colspan") is { } span ? int.Parse(span, CultureInfo.InvariantCulture) : 1)).ToList())];
    }

    public ValueTask DisposeAsync()
    {
        _page.Dispose();
        return ValueTask.CompletedTask;
    }
}
