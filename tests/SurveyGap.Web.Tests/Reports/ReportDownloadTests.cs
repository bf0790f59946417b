using System.Net;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Reports;

public sealed class ReportDownloadTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string Report = $"/clients/{Cast.Alpenblick.Id}/waves/{Cast.Alpenblick.ClosedWave}/report";

    [Theory]
    [InlineData("de", "Gap-Bericht Alpenblick Versicherung, Frühling.pdf")]
    [InlineData("en", "Gap report Alpenblick Versicherung, Frühling.pdf")]
    public async Task Ben_downloads_the_report_under_a_name_that_says_what_it_is(string language, string name)
    {
        var browser = await app.As(Person.Ben);

        using var response = await browser.GetAsync(new Uri($"{Report}?language={language}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(name, response.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.StartsWith("%PDF-1.", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_release_gives_the_same_file()
    {
        var browser = await app.As(Person.Ben);

        var first = await browser.GetByteArrayAsync(new Uri(Report, UriKind.Relative), TestContext.Current.CancellationToken);
        var second = await browser.GetByteArrayAsync(new Uri(Report, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_client_without_a_logo_has_results_and_a_report_as_well()
    {
        var browser = await app.As(Person.Cleo);
        var wave = $"/clients/{Cast.Bergbahn.Id}/waves/{Cast.Bergbahn.ClosedWave}";

        foreach (var page in (string[])["results", "report"])
        {
            using var response = await browser.GetAsync(new Uri($"{wave}/{page}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_language_that_the_report_does_not_speak_does_not_exist()
    {
        var browser = await app.As(Person.Ben);

        using var response = await browser.GetAsync(new Uri($"{Report}?language=xx", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
