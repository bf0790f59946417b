using Dapper;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Answering;

namespace SurveyGap.Web.Tests.Answering;

public sealed class AnsweredFlagTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 5)]
    [InlineData(7, 7)]
    public async Task People_are_flagged_five_at_a_time_or_more(int answered, int flagged)
    {
        using var round = await Round.Open(database);
        foreach (var person in round.Of(Audience.Customer).Take(answered))
            await round.Answer(person);

        Assert.Equal(flagged, await Flagged(round));
    }

    [Fact]
    public async Task Four_of_one_audience_and_four_of_another_are_not_five()
    {
        using var round = await Round.Open(database);
        foreach (var person in round.Of(Audience.Customer).Take(4).Concat(round.Of(Audience.Employee).Take(4)))
            await round.Answer(person);

        Assert.Equal(0, await Flagged(round));
    }

    [Fact]
    public async Task The_next_four_wait_for_a_fifth()
    {
        using var round = await Round.Open(database);
        foreach (var person in round.Of(Audience.Customer).Take(5))
            await round.Answer(person);
        await Flagged(round);
        foreach (var person in round.Of(Audience.Customer).Skip(5).Take(4))
            await round.Answer(person);

        Assert.Equal(5, await Flagged(round));
    }

    private async Task<long> Flagged(Round round)
    {
        var flags = new AnsweredFlagStore(database.Client, database.Worker, round.Keys);
        Assert.Contains(await flags.OpenWaves(TestContext.Current.CancellationToken), wave => wave.Wave == round.Wave);
        await flags.Flag(new OpenWave { Client = round.Client, Wave = round.Wave }, TestContext.Current.CancellationToken);
        return await database.Client.Run(round.Client, db =>
            db.ExecuteScalarAsync<long>("select count(*) from invitation where wave_id = @wave and answered", new { round.Wave }));
    }
}
