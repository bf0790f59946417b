using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.ReportLinks;

/// <summary>What an executive without an account reads by a link, and no longer than it is valid.</summary>
public sealed partial class ReportLinkTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string Wave = $"/clients/{Cast.Alpenblick.Id}/waves/{Cast.Alpenblick.ClosedWave}";
    private static readonly string Page = $"{Wave}/report-links";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_holds_the_link_reads_results_and_report_and_nothing_else()
    {
        var link = await Make();
        using var executive = app.Anonymous();
        executive.DefaultRequestHeaders.Add("Accept-Language", "en-GB");

        using var entered = await Get(executive, link);
        Assert.Equal($"{link}/en", entered.Headers.Location!.ToString());
        var results = await executive.GetStringAsync(new Uri($"{link}/en", UriKind.Relative), Stop);
        using var report = await Get(executive, $"{link}/de/pdf");

        Assert.Contains(Cast.Alpenblick.Name, results, StringComparison.Ordinal);
        Assert.Contains("<svg", results, StringComparison.Ordinal);
        Assert.DoesNotContain("/clients/", results, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", results, StringComparison.Ordinal);
        Assert.Equal("application/pdf", report.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.Redirect, (await Get(executive, $"{Wave}/results")).StatusCode);
    }

    [Fact]
    public async Task A_link_ends_with_its_time_and_its_revocation_and_nobody_learns_which()
    {
        var (expired, revoked) = (await Make(), await Make());
        var ana = await app.As(Person.Ana);
        var revocation = Revocation().Match(await ana.GetStringAsync(new Uri(Page, UriKind.Relative), Stop)).Value;
        await ana.Post(Page, revocation);
        var afterRevocation = await Text(revoked);
        // Not by the clock: Ana's session would end with the link, and the other tests need it.
        await app.Database.Client.Run(Cast.Alpenblick.Id, db => db.ExecuteAsync("update report_link set expires_at = created_at"), Stop);
        var afterExpiry = await Text(expired);
        var invented = await Text("/r/report/invented/de");

        Assert.Equal(invented, afterRevocation);
        Assert.Equal(invented, afterExpiry);
        Assert.Contains("Dieser Link gilt nicht mehr", invented, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_opening_stands_in_the_audit_and_the_token_nowhere()
    {
        var link = await Make();
        using var executive = app.Anonymous();
        await Get(executive, $"{link}/de");
        await Get(executive, $"{link}/de/pdf");

        var rows = (await app.Database.Client.Run(Cast.Alpenblick.Id, db => db.QueryAsync<string>(
            "select action || subject::text from audit union all select l::text from report_link l"), Stop)).ToList();

        Assert.Contains(rows, row => row.StartsWith("report link opened", StringComparison.Ordinal) && row.Contains("\"PDF\"", StringComparison.Ordinal));
        Assert.DoesNotContain(link[^43..], string.Concat(rows) + app.Log.Text, StringComparison.Ordinal);
        Assert.Contains("geöffnet: 2", await (await app.As(Person.Ana)).GetStringAsync(new Uri(Page, UriKind.Relative), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_wave_has_no_link_and_a_reader_makes_none()
    {
        var open = $"/clients/{Cast.Alpenblick.Id}/waves/{Cast.Alpenblick.OpenWave}/report-links";
        using var page = await (await app.As(Person.Ana)).Post(Page, open, ("days", "30"));
        using var reader = await (await app.As(Person.Ben)).Post("/", Page, ("days", "30"));

        Assert.DoesNotContain("/r/report/", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, reader.StatusCode);
    }

    private async Task<string> Make()
    {
        using var made = await (await app.As(Person.Ana)).Post(Page, Page, ("days", "30"));
        return LinkPath().Match(await made.Content.ReadAsStringAsync(Stop)).Groups["path"].Value;
    }

    private async Task<string> Text(string link)
    {
        using var executive = app.Anonymous();
        using var page = await Get(executive, link.EndsWith("/de", StringComparison.Ordinal) ? link : $"{link}/de");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        return await page.Content.ReadAsStringAsync(Stop);
    }

    private static Task<HttpResponseMessage> Get(HttpClient browser, string path) => browser.GetAsync(new Uri(path, UriKind.Relative), Stop);

    [GeneratedRegex(@"http://[^/]+(?<path>/r/report/[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LinkPath();

    [GeneratedRegex(@"/clients/[^""]+/revocation", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Revocation();
}
