using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Platform.Telemetry;
using SurveyGap.Web.Tests.Answering;

namespace SurveyGap.Web.Tests.Platform;

/// <summary>What a collector gets: what helps to run the program, and no link.</summary>
public sealed class TelemetryTests(TelemetryTests.ObservedApp app) : IClassFixture<TelemetryTests.ObservedApp>
{
    [Fact]
    public async Task Requests_and_the_outbox_are_measured_and_no_link_leaves_the_house()
    {
        using var round = await Phone.Wave(app, onePage: true);
        using var phone = new Phone(app);
        var link = Phone.LinkOf(round, round.People[^1]);
        await phone.Open(link);
        await phone.Get($"{link}/and-more");
        using var browser = app.Anonymous();
        browser.DefaultRequestHeaders.UserAgent.ParseAdd("NorasBrowser/1.0");
        using var seen = await browser.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
        await phone.Send(FormPages.InOne(Mirror.Questionnaire, Audience.Customer)[0]);

        await app.Services.GetServices<IHostedService>().OfType<TelemetryExport>().Single().StopAsync(TestContext.Current.CancellationToken);

        Assert.Contains("/v1/metrics: http.server.request.duration", app.Received("http.server.request.duration"));
        Assert.Contains("/v1/metrics: surveygap.outbox.depth", app.Received("surveygap.outbox.depth"));
        Assert.Contains("/v1/traces: r/{token}", app.Received("r/{token}"));
        Assert.Empty(app.Received(link[3..]));
        Assert.Empty(app.Received("NorasBrowser"));
    }

    [Theory]
    [InlineData("live")]
    [InlineData("ready")]
    public async Task Whoever_watches_over_the_process_gets_an_answer(string what)
    {
        using var browser = app.Anonymous();

        Assert.Equal("Healthy", await browser.GetStringAsync(new Uri($"/health/{what}", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    /// <summary>The application with a collector of its own.</summary>
    public sealed class ObservedApp : TestApp
    {
        private readonly HttpListener _collector = new();
        private readonly ConcurrentBag<(string Path, string Body)> _received = [];

        public ObservedApp(TestCluster cluster) : base(cluster)
        {
            // A free port: the listener cannot choose one itself.
            using (System.Net.Sockets.TcpListener probe = new(IPAddress.Loopback, 0))
            {
                probe.Start();
                Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            }

            _collector.Prefixes.Add(Address);
            _collector.Start();
            _ = Task.Run(Collect);
        }

        private new string Address { get; }

        protected override IEnumerable<string> Settings => [$"--Telemetry:Otlp={Address}", "--Telemetry:Protocol=http"];

        /// <summary>Which of the collector's doors got these words.</summary>
        public IEnumerable<string> Received(string words) => _received
            .Where(message => message.Body.Contains(words, StringComparison.Ordinal))
            .Select(message => $"{message.Path}: {words}");

        private async Task Collect()
        {
            while (_collector.IsListening)
            {
                var context = await _collector.GetContextAsync();
                using StreamReader body = new(context.Request.InputStream, Encoding.Latin1);
                _received.Add((context.Request.Url!.AbsolutePath, await body.ReadToEndAsync()));
                context.Response.Close();
            }
        }
    }
}
