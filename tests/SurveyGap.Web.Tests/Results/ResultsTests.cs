using System.Net;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Results;

public sealed class ResultsTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string Page = $"/clients/{Cast.Alpenblick.Id}/waves/{Cast.Alpenblick.ClosedWave}/results";

    [Fact]
    public async Task Ben_reads_the_finding_and_each_chart_in_three_widths_with_its_values()
    {
        var page = await Read(Person.Ben, Page);

        Assert.Equal(3, page.QuerySelectorAll(".stats dt").Length);
        var charts = page.QuerySelectorAll("section:has(.charts)");
        Assert.True(charts.Length >= 3);
        Assert.All(charts, chart =>
        {
            Assert.NotEmpty(chart.QuerySelector("h2")!.TextContent);
            Assert.Equal(3, chart.QuerySelectorAll("svg.chart[role=img]").Length);
            Assert.NotEmpty(chart.QuerySelectorAll(".values tbody th[scope=row]"));
        });
    }

    [Fact]
    public async Task Every_dimension_shows_how_opinions_spread_with_its_figures_and_a_picture_to_download()
    {
        var page = await Read(Person.Ben, $"{Page}/questions");

        var charts = page.QuerySelectorAll("section:has(.charts)");
        Assert.Equal(8, charts.Length);
        foreach (var chart in charts)
        {
            Assert.NotEmpty(chart.QuerySelectorAll(".values tbody th[scope=row]"));
            var picture = chart.QuerySelector("a[href$='.svg']")!.GetAttribute("href")!;
            using var response = await (await app.As(Person.Ben)).GetAsync(new Uri(picture, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal("image/svg+xml", response.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task The_table_says_what_the_mirror_draws()
    {
        var page = await Read(Person.Ana, Page);

        var mirror = page.QuerySelector("section:has(.charts)")!;
        var drawn = mirror.QuerySelector(".wide")!.TextContent;
        // Executives, employees, customers, and the gap between the first and the last.
        foreach (var row in mirror.QuerySelectorAll(".values tbody tr"))
            Assert.All(row.QuerySelectorAll("td").Take(4), cell => Assert.Contains(cell.TextContent.Trim(), drawn, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_speaks_English_to_an_English_browser()
    {
        using var browser = app.Anonymous();
        browser.DefaultRequestHeaders.Add("Accept-Language", "en");

        using var page = await browser.GetAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("<html lang=\"en\">", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_leads_to_the_newest_results()
    {
        var browser = await app.As(Person.Ben);

        using var response = await browser.GetAsync(new Uri($"/clients/{Cast.Alpenblick.Id}/results", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(Page, response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_running_wave_has_no_results_for_anybody()
    {
        var browser = await app.As(Person.Ana);

        using var response = await browser.GetAsync(
            new Uri($"/clients/{Cast.Alpenblick.Id}/waves/{Cast.Alpenblick.OpenWave}/results", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_chart_downloads_as_a_picture_of_its_own()
    {
        var browser = await app.As(Person.Ben);

        using var response = await browser.GetAsync(new Uri($"{Page}/mirror.svg", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("svg", XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!.Name.LocalName);
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Read(Person person, string path)
    {
        var browser = await app.As(person);
        return await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));
    }
}
