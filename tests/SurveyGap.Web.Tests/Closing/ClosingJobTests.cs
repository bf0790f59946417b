using Dapper;
using Microsoft.Extensions.Logging;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Closing;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Tests.Answering;

namespace SurveyGap.Web.Tests.Closing;

public sealed class ClosingJobTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_wave_that_cannot_close_stops_neither_the_others_nor_what_is_to_be_deleted()
    {
        var folder = Directory.CreateTempSubdirectory("surveygap-keys-");
        var keys = new WaveKeyFolder(folder.FullName);
        using var purged = await Round.Open(database, keys: keys);
        using var first = await Round.Open(database, keys: keys);
        using var broken = await Round.Open(database, keys: keys);
        using var last = await Round.Open(database, keys: keys);
        await Task.WhenAll(purged.People.Concat(broken.People).Select(person => (purged.People.Contains(person) ? purged : broken).Answer(person)));
        await purged.Closing.Close(purged.Order, TestContext.Current.CancellationToken);
        await database.Client.Run(purged.Client, db => db.ExecuteAsync("update wave set keep_responses_until = closes_at where wave_id = @wave", new { purged.Wave }));
        keys.Delete(broken.Wave);
        var log = new Lines();

        var due = new DueWavesStore(database.Worker, database.Client);
        using var job = new ClosingJob(first.Closing, due, new Now(first.Order.At), log);
        await job.Round(TestContext.Current.CancellationToken);

        Assert.Equal((1, 1), (await first.Count("release"), await last.Count("release")));
        Assert.Equal(0, await purged.Count("response"));
        Assert.Equal((51, 0), (await broken.Count("ballot"), await broken.Count("release")));
        Assert.Contains($"{broken.Wave}", Assert.Single(log.Written), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private sealed class Now(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class Lines : ILogger<ClosingJob>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }
}
