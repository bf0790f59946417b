using System.Net;
using System.Security.Cryptography;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Answering;

/// <summary>A guessing machine and a whole workforce sit behind the same address.</summary>
public sealed class GuessingTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Guessing_is_slowed_down_and_nobody_with_a_link_is()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        List<HttpStatusCode> answers = [];
        for (var guess = 0; guess < 40; guess++)
            answers.Add((await phone.Get($"/r/{System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}")).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        foreach (var person in round.People)
        {
            using var colleague = new Phone(app);
            Assert.Contains("Umfrage starten", await colleague.Open(Phone.LinkOf(round, person)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_speaks_the_browsers_language()
    {
        using var browser = app.Anonymous();
        browser.DefaultRequestHeaders.Add("Accept-Language", "it-CH,it;q=0.9,de;q=0.5");

        var response = await browser.GetAsync(new Uri("/r/nonsense", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("Questo link non porta a nessun questionario", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
