using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Answering;

namespace SurveyGap.Web.Tests.Answering;

/// <summary>A link stands in nothing that is written down: not when it works, not when it is mistyped, not when something fails.</summary>
public sealed class SinkTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task No_log_holds_a_link()
    {
        using var log = new Everything();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        using var round = await Phone.Wave(app, onePage: true);
        using var phone = new Phone(app);
        var link = Phone.LinkOf(round, round.People[^1]);
        var token = link[3..];

        await phone.Get($"{link}/and-more");
        await phone.Get($"{link}x");
        await phone.Post(link, ("binding", token));
        await phone.Open(link);
        await phone.Post($"{phone.Root}/1", ("overall_quality", "9"), ("binding", token));
        await phone.Send(FormPages.InOne(Mirror.Questionnaire, Audience.Customer)[0]);
        app.Services.GetRequiredService<ILogger<SinkTests>>().Log(LogLevel.Error, default, "This line is seen.", exception: null, (line, _) => line);

        Assert.Contains(log.Lines, line => line.Contains("This line is seen.", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(token, StringComparison.Ordinal));
    }

    private sealed class Everything : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            Lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
