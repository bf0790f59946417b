using Dapper;
using Microsoft.Extensions.Logging;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Tests.Answering;

public sealed class AnsweredFlagJobTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_wave_that_cannot_be_flagged_is_logged_and_does_not_keep_the_others_waiting()
    {
        var folder = Directory.CreateTempSubdirectory("surveygap-keys-");
        WaveKeyFolder keys = new(folder.FullName);
        using var before = await Round.Open(database, keys: keys);
        using var broken = await Round.Open(database, keys: keys);
        using var after = await Round.Open(database, keys: keys);
        foreach (var round in (Round[])[before, broken, after])
            await Task.WhenAll(round.Of(Audience.Customer).Take(AnsweredFlagStore.AtOnce).Select(person => round.Answer(person)));
        // Whatever stands in the place of its key, it is no file.
        keys.Delete(broken.Wave);
        Directory.CreateDirectory(Path.Combine(folder.FullName, $"{broken.Wave:N}.key"));

        using TestLog log = new();
        using var logging = LoggerFactory.Create(logging => logging.AddProvider(log));
        AnsweredFlagStore flags = new(database.Client, database.Worker, keys);
        using (AnsweredFlagJob job = new(flags, TimeProvider.System, logging.CreateLogger<AnsweredFlagJob>()))
        {
            await job.StartAsync(TestContext.Current.CancellationToken);
            while (await Flagged(before) + await Flagged(after) < 2 * AnsweredFlagStore.AtOnce)
                await Task.Delay(10, TestContext.Current.CancellationToken);
            await job.StopAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, await Flagged(broken));
        Assert.Contains($"{broken.Wave}", Assert.Single(log.Text.Split('\n')), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private Task<int> Flagged(Round round) => database.Client.Run(round.Client, db =>
        db.ExecuteScalarAsync<int>("select count(*) from invitation where wave_id = @wave and answered", new { round.Wave }));
}
