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
            Assert.Equal(row[4], trend[now, "change"] is decimal change ? Words.Format.WithSign((double)change) : Words["withheld.short"]);
            Assert.Equal(row[5], Interval(trend[now, "change_low"], trend[now, "change_high"]));
            Assert.Equal(row[6], trend[now, "change"] is null ? "–" : Short(trend[now, "label"]));
        });
        Assert.Contains(rows, row => row[4] == Words["withheld.short"]);
    }

    [Fact]
    public async Task What_was_expected_is_the_same_in_the_files()
    {
        var predictions = await Csv("predictions");
        var rows = Table("#prediction", 0);
        foreach (var group in Groups.Take(2))
        {
            var row = rows.Single(row => row[0] == Words.Say("prediction.guess", ("group", group)));
            var exported = predictions.Row(("group", group));
            string[] shown = predictions[exported, "n"] is null
                ? [.. Enumerable.Repeat(Words["withheld"], 4)]
                :
                [
                    Number(predictions[exported, "n"]), Number(predictions[exported, "estimate"]),
                    Interval(predictions[exported, "estimate_low"], predictions[exported, "estimate_high"], 0), Signed(predictions[exported, "error"]),
                ];
            Assert.Equal(shown, row.Skip(1));
            Assert.Equal(Number(predictions[exported, "real_percent"]), rows[^1][2]);
            Assert.Equal(Interval(predictions[exported, "real_low"], predictions[exported, "real_high"], 0), rows[^1][3]);
        }

        Assert.Contains(rows, row => row.Contains(Words["withheld"]));
    }

    [Fact]
    public async Task The_recommendation_is_the_same_in_the_files()
    {
        var table = await Csv("recommendation");
        var rows = Table("#prediction", 1);

        Assert.Equal(Groups.Length, rows.Count);
        for (var group = 0; group < Groups.Length; group++)
        {
            var exported = table.Row(("group", Groups[group]));
            Assert.Equal(
                [
                    Number(table[exported, "n"]), Number(table[exported, "promoters"]), Number(table[exported, "passives"]), Number(table[exported, "detractors"]),
                    Signed(table[exported, "score"]), Interval(table[exported, "score_low"], table[exported, "score_high"], 0),
                ],
                rows[group].Skip(1));
        }
    }

    [Fact]
    public async Task What_matters_most_is_the_same_in_the_files()
    {
        var table = await Csv("importance");
        var rows = Values("importance");

        Assert.NotEmpty(rows);
        Assert.Equal(rows.Count * Groups.Length, table.Rows.Count);
        Assert.All(rows, row =>
        {
            for (var group = 0; group < Groups.Length; group++)
            {
                // On the page customers stand first.
                var exported = table.Row(("dimension", row[0]), ("group", Groups[^(group + 1)]));
                Assert.Equal(row[1 + group], table[exported, "picked_percent"] is decimal share ? Words.Format.Percent((double)share / 100) : Words["withheld.short"]);
            }
        });
    }

    [Fact]
    public async Task The_companys_figures_are_the_same_in_the_files()
    {
        var table = await Csv("company");
        var rows = Table("#company", 0);

        Assert.Equal(2, table.Rows.Count);
        Assert.All(table.Rows, exported =>
        {
            var row = rows.Single(row => row[0] == (string?)table[exported, "name"]);
            var unit = table[exported, "unit"] is string name ? $"\u202F{name}" : "";
            var decimals = unit.Length == 0 ? 0 : 1;
            Assert.Equal($"{Number(table[exported, "value"], decimals)}{unit}", row[1]);
            Assert.Equal(table[exported, "before"] is null ? "–" : $"{Number(table[exported, "before"], decimals)}{unit}", row[2]);
            Assert.Equal(table[exported, "change"] is decimal change ? Words.Format.WithSign((double)change, decimals) : "–", row[3]);
        });
    }

    [Fact]
    public async Task A_segment_at_the_switch_is_the_same_in_the_files_and_a_withheld_one_cannot_be_chosen()
    {
        var table = await Csv("segments");
        var switches = _page.QuerySelectorAll(".switch a").Where(link => link.TextContent == "DE").ToList();
        var browser = await app.As(Person.Ben);
        using var chosen = await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(new Uri(Assert.Single(switches).GetAttribute("href")!.Split('#')[0], UriKind.Relative), TestContext.Current.CancellationToken));

        var key = chosen.QuerySelector(".switch a[aria-current]")!.GetAttribute("href")!.Split('=')[1].Split('#')[0];
        var rows = Values($"segment-{key}", chosen);
        Assert.Equal(8, rows.Count);
        Assert.All(rows, row =>
        {
            var exported = table.Row(("group", Groups[2]), ("value", "DE"), ("dimension", row[0]));
            Assert.Equal(Mean(table[exported, "mean"]), row[2]);
            Assert.Equal(table[exported, "executives_minus_segment"] is decimal gap ? Words.Format.WithSign((double)gap) : Words["withheld.short"], row[3]);
        });
        Assert.Equal(["-LI", "@AT"], _page.QuerySelectorAll(".switch .withheld").Select(value => value.FirstChild!.TextContent).Order(StringComparer.Ordinal));
        var withheld = await browser.GetAsync(new Uri($"{_address}/results/segment-{key[..2]}0.svg", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, withheld.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await browser.GetAsync(new Uri($"{_address}/results/segment-{key}.svg", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_cell_of_each_kind_of_withheld_is_without_a_number_in_all_three_files()
    {
        var analysis = WithheldWave.Report.Analysis;
        (string Table, Withheld? Kind, string Group, (string Column, object? Value) Of)[] cells =
        [
            ("questions", analysis.Questions.Single(result => result.Question.Key == "accuracy").Groups[Audience.Executive].Withheld, Groups[0], ("question_key", "accuracy")),
            ("questions", analysis.Questions.Single(result => result.Question.Key == "response_speed").Groups[Audience.Employee].Withheld, Groups[1], ("question_key", "response_speed")),
            ("dimensions", analysis.Dimensions.Single(result => result.Dimension.Key == "trust").Groups[Audience.Employee].Withheld, Groups[1], ("dimension_key", "trust")),
            ("segments", analysis.Segments.Single().Values.Single(value => value.Value == "@AT").Responses.Withheld, Groups[2], ("value", "'@AT")),
        ];
        Assert.Equal([Withheld.TooFew, Withheld.Unanimous, Withheld.Derivable, Withheld.Complementary], cells.Select(cell => cell.Kind));

        foreach (var (key, _, group, of) in cells)
        {
            var csv = await Csv(key);
            var json = ExportedTable.OfJson(await Exported("results.json"), key);
            var sheet = ExportedTable.OfSheet(await Exported("results.xlsx"), Words[$"table.{key}"]);
            var at = csv.Rows.Index().Where(row => Equals(csv[row.Item, "group"], group) && Equals(csv[row.Item, of.Column], of.Value)).Select(row => row.Index).ToList();

            Assert.NotEmpty(at);
            foreach (var row in at.SelectMany(index => (IReadOnlyList<object?>[])[csv.Rows[index], json.Rows[index], sheet.Rows[index]]))
            {
                Assert.Equal(Words["withheld"], csv[row, "withheld"]);
                Assert.DoesNotContain(row, cell => cell is decimal);
            }
        }
    }

    private static void SameMeans(List<string> row, ExportedTable table, (string Column, object? Value) of)
    {
        for (var group = 0; group < Groups.Length; group++)
        {
            var exported = table.Row(of, ("group", Groups[group]));
            Assert.Equal(row[1 + group], table[exported, "mean"] is null ? Short(exported, table) : Mean(table[exported, "mean"]));
            Assert.Equal(table[exported, "mean"] is null, table[exported, "withheld"] is not null);
        }
    }

    private static void SameGaps(List<string> row, ExportedTable gaps, string kind, object? name)
    {
        for (var pair = 0; pair < Pairs.All.Count; pair++)
        {
            var exported = gaps.Row(("kind", kind), ("name", name), ("pair_key", Pairs.All[pair].Key));
            Assert.Equal(row[4 + pair], gaps[exported, "gap"] is decimal gap ? Words.Format.WithSign((double)gap) : Short(exported, gaps));
            Assert.Equal(gaps[exported, "gap"] is null, gaps[exported, "withheld"] is not null);
        }

        var mirror = gaps.Row(("kind", kind), ("name", name), ("pair_key", Pair.Mirror.Key));
        Assert.Equal(row[7], Interval(gaps[mirror, "gap_low"], gaps[mirror, "gap_high"]));
        Assert.Equal(row[8], gaps[mirror, "label"] is null ? Short(mirror, gaps) : Short(gaps[mirror, "label"]));
    }

    // «zu wenige», or «nicht gefragt», in the words of a narrow column.
    private static string Short(IReadOnlyList<object?> row, ExportedTable table) =>
        Words[Equals(table[row, "withheld"], Words["notAsked"]) ? "notAsked.short" : "withheld.short"];

    private static string Mean(object? mean) => mean is decimal shown ? Words.Format.Number((double)shown) : Words["withheld.short"];

    private static string Interval(object? low, object? high, int decimals = 1) =>
        low is decimal from && high is decimal to ? Words.Format.Interval((double)from, (double)to, decimals) : "–";

    private static string Number(object? number, int decimals = 0) => number is decimal shown ? Words.Format.Number((double)shown, decimals) : "–";

    private static string Signed(object? number) => number is decimal shown ? Words.Format.WithSign((double)shown, 0) : "–";

    private static string Short(object? label) => Words[$"label.{Enum.GetValues<Label>().Single(known => Words[$"label.{known}"] == (string?)label)}.short"];

    private static string Unguarded(string name, ExportedTable table, string column) =>
        table.Rows.Any(row => Equals(table[row, column], name)) ? name : "'" + name;

    private async Task<ExportedTable> Csv(string table) => ExportedTable.OfCsv(await Exported($"{table}.csv"));

    private async Task<byte[]> Exported(string file) => await (await app.As(Person.Ben)).GetByteArrayAsync(
        new Uri($"{_address}/exports/{file}?language=de", UriKind.Relative), TestContext.Current.CancellationToken);

    // The rows of a chapter's table, one text a column.
    private List<List<string>> Values(string chapter, IDocument? page = null) =>
        Rows((page ?? _page).QuerySelectorAll("section.block").Single(block => block.QuerySelector($"a[href$='/{chapter}.svg']") is not null).QuerySelector(".values table")!);

    private List<List<string>> Table(string section, int at) => Rows(_page.QuerySelectorAll($"{section} table")[at]);

    private static List<List<string>> Rows(IElement table) =>
    [
        .. table.QuerySelectorAll("tbody tr").Select(row => row.Children.SelectMany(cell => Enumerable.Repeat(
            cell.TextContent.Trim().Replace("\u00ad", "", StringComparison.Ordinal),
            cell.GetAttribute("colspan") is { } span ? int.Parse(span, CultureInfo.InvariantCulture) : 1)).ToList()),
    ];

    public ValueTask DisposeAsync()
    {
        _page.Dispose();
        return ValueTask.CompletedTask;
    }
}
