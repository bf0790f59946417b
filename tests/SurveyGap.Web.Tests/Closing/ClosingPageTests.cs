using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Closing;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Tests.Closing;

/// <summary>Closing on the screen: at once where it is quick, with progress where it takes its time.</summary>
public sealed class ClosingPageTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string Page = $"/clients/{Cast.Alpenblick.Id}/waves/{Cast.Alpenblick.OpenWave}";

    [Fact]
    public async Task A_closing_that_takes_its_time_shows_how_far_it_is_and_leads_to_the_results()
    {
        var ana = await app.As(Person.Ana);
        var (client, wave) = (Cast.Alpenblick.Id, Cast.Alpenblick.OpenWave);
        var token = await TestApp.FormToken(ana, Page);
        Assert.EndsWith(Page, await LeadsTo(ana), StringComparison.Ordinal); // nothing runs, nothing is closed

        Task<Closure> closing;
        await using (var held = new Held(app, wave))
        {
            await held.Begin();
            closing = app.Services.GetRequiredService<WaveClosing>().Close(new ClosingOrder(client, wave, app.Clock.GetUtcNow()), TestContext.Current.CancellationToken);
            using var order = new FormUrlEncodedContent(new Dictionary<string, string> { ["form-token"] = token });
            var asked = await ana.PostAsync(new Uri($"{Page}/closing", UriKind.Relative), order, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
            Assert.EndsWith("/closing", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
            var progress = await ana.GetAsync(new Uri($"{Page}/closing", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal("2", progress.Headers.GetValues("Refresh").Single());
            Assert.Contains("Die Welle wird geschlossen", await progress.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Equal(Closure.Closed, await closing);
        Assert.EndsWith("/results", await LeadsTo(ana), StringComparison.Ordinal);
    }

    private static async Task<string> LeadsTo(HttpClient browser)
    {
        var response = await browser.GetAsync(new Uri($"{Page}/closing", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }

    /// <summary>Somebody who is submitting and does not get done: closing has to wait.</summary>
    private sealed class Held(TestApp app, Guid wave) : IAsyncDisposable
    {
        private readonly TaskCompletionSource _begun = new();
        private readonly TaskCompletionSource _end = new();
        private Task _transaction = Task.CompletedTask;

        public Task Begin()
        {
            _transaction = app.Database.Client.Run(Cast.Alpenblick.Id, async (Npgsql.NpgsqlConnection db) =>
            {
                await db.ShareLock(wave);
                _begun.TrySetResult();
                await _end.Task;
            }, TestContext.Current.CancellationToken);
            return _begun.Task;
        }

        public async ValueTask DisposeAsync()
        {
            _end.TrySetResult();
            await _transaction;
        }
    }
}
