using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using SurveyGap.Testing;
using SurveyGap.Web.Features.ApiKeys;
using SurveyGap.Web.Tests.Exports;

namespace SurveyGap.Web.Tests.Api;

/// <summary>What the description says is so, in both languages, and results are the exports' cells.</summary>
public sealed class DescriptionTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("de", "Schnittstelle für Programme")]
    [InlineData("en", "Interface for programs")]
    public async Task The_page_says_all_that_the_document_holds(string language, string title)
    {
        using var anybody = app.Anonymous();
        var page = await anybody.GetStringAsync(new Uri($"/openapi/{language}", UriKind.Relative), Cancellation);
        var document = JsonNode.Parse(await anybody.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Cancellation))!;

        Assert.Contains(title, page, StringComparison.Ordinal);
        foreach (var operation in document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()))
            Assert.Contains($"id=\"{operation.Value!["operationId"]}\"", page, StringComparison.Ordinal);
        foreach (var (name, schema) in document["components"]!["schemas"]!.AsObject().Where(schema => schema.Value!["properties"] is JsonObject { Count: > 0 }))
            Assert.Contains($"id=\"schema-{name}\"", page, StringComparison.Ordinal);
        // A text that is missing shows its own key.
        Assert.DoesNotMatch(@">(Operation|Parameter|Field|Group|In|Rule|Status)\.\w", page);
        Assert.DoesNotMatch(@"""(Operation|Parameter|Field|Status)\.\w", document.ToJsonString());
    }

    [Fact]
    public async Task Nobody_has_to_sign_in_and_each_gets_his_language()
    {
        using var anybody = app.Anonymous();
        anybody.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en-GB"));

        Assert.Equal("/openapi/en", (await anybody.GetAsync(new Uri("/openapi", UriKind.Relative), Cancellation)).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(new Uri("/openapi/xx", UriKind.Relative), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_release_has_the_cells_of_the_export_and_the_types_of_the_description()
    {
        using var machine = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.Results);
        var ben = await app.As(Person.Ben);
        foreach (var language in (string[])["de", "en"])
        {
            var release = await machine.Read($"waves/{Cast.Alpenblick.ClosedWave}/release?language={language}");
            var export = JsonNode.Parse(await ben.GetStringAsync(
                new Uri($"/clients/{Cast.Alpenblick.Id}/waves/{Cast.Alpenblick.ClosedWave}/exports/results.json?language={language}", UriKind.Relative), Cancellation));

            Assert.True(JsonNode.DeepEquals(export, release["tables"]));
            Assert.True(JsonNode.DeepEquals(export!["gaps"], (await machine.Read($"waves/{Cast.Alpenblick.ClosedWave}/gaps?language={language}"))["gaps"]));
        }

        await Machine.Problem(await machine.Get($"waves/{Cast.Alpenblick.ClosedWave}/release?language=xx"), 404);
        await Machine.Problem(await machine.Get($"waves/{Cast.Alpenblick.OpenWave}/release"), 404);
    }

    [Fact]
    public async Task Cells_of_every_kind_withheld_ones_too_are_of_the_types_that_the_description_says()
    {
        using var anybody = app.Anonymous();
        var schemas = JsonNode.Parse(await anybody.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Cancellation))!["components"]!["schemas"]!;
        var tables = Features.Exports.TablesJson.Of(SurveyGap.Reports.Tables.ResultTables.Of(WithheldWave.Report));
        var checkedCells = 0;
        foreach (var (table, rows) in tables)
        {
            var columns = schemas[$"{char.ToUpperInvariant(table[0])}{table[1..]}Row"]!["properties"]!.AsObject();
            foreach (var row in rows!.AsArray())
            {
                Assert.Equal(columns.Select(column => column.Key), row!.AsObject().Select(cell => cell.Key));
                foreach (var (column, cell) in row!.AsObject())
                {
                    var allowed = columns[column]!["type"]!.AsArray().Select(type => (string)type!).ToList();
                    Assert.True(allowed.Contains(cell is null ? "null" : cell.GetValueKind() == System.Text.Json.JsonValueKind.Number ? "number" : "string"), $"{table}.{column}: {cell}");
                    checkedCells++;
                }
            }
        }

        Assert.True(checkedCells > 500);
    }

    [Fact]
    public async Task A_report_comes_in_both_languages_under_the_rules_of_this_interface()
    {
        using var machine = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.Results);
        foreach (var (language, name) in new[] { ("de", "Gap-Bericht"), ("en", "Gap report") })
        {
            var report = await machine.Get($"waves/{Cast.Alpenblick.ClosedWave}/report?language={language}");

            Assert.Equal("application/pdf", report.Content.Headers.ContentType!.MediaType);
            Assert.Contains(name, report.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
            Assert.True(report.Headers.CacheControl!.NoStore);
            Assert.StartsWith("%PDF", await report.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
