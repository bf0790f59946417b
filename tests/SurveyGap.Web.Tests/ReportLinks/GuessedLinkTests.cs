using System.Net;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.ReportLinks;

/// <summary>With an application of its own: whoever guesses uses up what the address may ask.</summary>
public sealed class GuessedLinkTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Guessing_links_is_slowed_down()
    {
        using var guesser = app.Anonymous();
        for (var guess = 0; guess < 40; guess++)
        {
            if ((await guesser.GetAsync(new Uri($"/r/report/guess-{guess}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode == HttpStatusCode.TooManyRequests)
                return;
        }

        Assert.Fail("Forty guesses were answered.");
    }
}
