using System.Net;
using AngleSharp.Html.Parser;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Security;

/// <summary>All connections are taken: what people see, and what the log keeps for itself.</summary>
public sealed class OutageTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Secret = "no-log-may-know-this-token";

    [Fact]
    public async Task Whoever_sent_a_form_can_send_it_again_and_the_log_names_no_token()
    {
        var browser = await app.As(Person.Ana);
        var token = await TestApp.FormToken(browser, "/");
        var address = $"/clients/{Cast.Alpenblick.Id}/waves/{Cast.Alpenblick.OpenWave}/closing";
        using var connections = new TakenConnections(app);
        await connections.Taken;
        app.Clock.Advance(TimeSpan.FromSeconds(61)); // the session itself wants to ask the database now

        var formSent = browser.PostAsync(
            new Uri(address, UriKind.Relative),
            new FormUrlEncodedContent(new Dictionary<string, string> { ["form-token"] = token, ["reason"] = "«enough» & <more>" }),
            TestContext.Current.CancellationToken);
        var linkOpened = browser.GetAsync(new Uri($"/r/{Secret}", UriKind.Relative), TestContext.Current.CancellationToken);
        using var response = await formSent;
        using var link = await linkOpened;
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter!.Delta);
        Assert.Equal(address, page.QuerySelector("form")!.GetAttribute("action"));
        Assert.Equal("«enough» & <more>", page.QuerySelector("input[name=reason]")!.GetAttribute("value"));
        Assert.Equal(token, page.QuerySelector("input[name=form-token]")!.GetAttribute("value"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, link.StatusCode);
        Assert.Contains("GET r/{token} failed", app.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, app.Log.Text, StringComparison.Ordinal);
    }

    /// <summary>As many transactions as the pool has connections, until disposed.</summary>
    private sealed class TakenConnections : IDisposable
    {
        private const int PoolSize = 30;
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly CountdownEvent _taken = new(PoolSize);

        public TakenConnections(TestApp app)
        {
            var scope = (Web.Platform.Database.ClientScope)app.Services.GetService(typeof(Web.Platform.Database.ClientScope))!;
            for (var connection = 0; connection < PoolSize; connection++)
            {
                _ = scope.Run(Guid.Empty, async _ =>
                {
                    _taken.Signal();
                    await _end.Task;
                });
            }
        }

        public Task Taken => Task.Run(() => _taken.Wait(TimeSpan.FromSeconds(20)));

        public void Dispose()
        {
            _end.SetResult();
            _taken.Dispose();
        }
    }
}
