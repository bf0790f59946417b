using Dapper;
using Npgsql;
using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Closing;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Tests.Answering;

namespace SurveyGap.Web.Tests.Closing;

public sealed class ClosingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Responses_comments_and_counts_are_left_and_nothing_that_tells_whose_they_were()
    {
        using var round = await Answered();

        Assert.Equal(Closure.Closed, await Close(round));

        Assert.Equal((9 + 12 + 30, 1, 1), (await round.Count("response"), await round.Count("comment"), await round.Count("release")));
        Assert.All(["ballot", "draft"], table => Assert.Equal(0, round.Count(table).Result));
        Assert.Equal(0, await Flagged(round));
        Assert.Null(round.Keys.Find(round.Wave));
        var counts = await Release(round);
        Assert.Equal(30, counts[Audience.Customer].All.Responses);
        Assert.Equal(30, counts[Audience.Customer].Invited);
    }

    [Fact]
    public async Task How_far_it_is_is_told_on_the_way_and_nothing_runs_afterwards()
    {
        using var round = await Answered();
        List<ClosingProgress> told = [];

        await round.ClosingStore.Close(round.Order, (wave, box) => Emptying.Of(wave, round.WaveKeys, box), told.Add, TestContext.Current.CancellationToken);

        Assert.Equal([new(ClosingStage.Opening, 0, 51), new(ClosingStage.Writing, 0, 51), new(ClosingStage.Forgetting, 0, 0)], told);
        Assert.Null(round.Closing.Running(round.Client, round.Wave));
    }

    [Fact]
    public async Task Closing_twice_changes_nothing()
    {
        using var round = await Answered();
        await Close(round);

        Assert.Equal(Closure.AlreadyClosed, await Close(round));
        Assert.Equal(1, await round.Count("release"));
    }

    [Fact]
    public async Task A_crash_on_the_way_leaves_everything_as_it_was()
    {
        using var round = await Answered();

        // The database refuses an empty comment: that is after the responses were written.
        await Assert.ThrowsAsync<PostgresException>(() => round.ClosingStore.Close(
            round.Order,
            async (wave, box) => await Emptying.Of(wave, round.WaveKeys, box) with { Comments = [new Comment(Audience.Customer, "response", "")] },
            _ => { },
            TestContext.Current.CancellationToken));

        Assert.Equal((51, 0, 0), (await round.Count("ballot"), await round.Count("response"), await round.Count("release")));
        Assert.Equal(Submission.AlreadyReceived, await round.Answer(round.People[0]));
        Assert.Equal(Closure.Closed, await Close(round));
    }

    [Fact]
    public async Task A_key_that_outlived_a_crash_goes_at_the_next_start()
    {
        using var round = await Answered();
        using var open = await Round.Open(database);
        await round.ClosingStore.Close(round.Order, (wave, box) => Emptying.Of(wave, round.WaveKeys, box), _ => { }, TestContext.Current.CancellationToken);
        Assert.NotNull(round.Keys.Find(round.Wave));

        await round.Closing.Sweep(TestContext.Current.CancellationToken);
        await open.Closing.Sweep(TestContext.Current.CancellationToken);

        Assert.Null(round.Keys.Find(round.Wave));
        Assert.NotNull(open.Keys.Find(open.Wave));
    }

    [Fact]
    public async Task Without_its_key_a_wave_does_not_close_as_if_nobody_had_answered()
    {
        using var round = await Answered();
        round.Keys.Delete(round.Wave);

        await Assert.ThrowsAsync<WaveKeyMissingException>(() => Close(round));

        Assert.Equal(51, await round.Count("ballot"));
    }

    [Fact]
    public async Task A_comment_that_the_database_refuses_does_not_keep_a_wave_from_closing()
    {
        using var round = await Round.Open(database);
        foreach (var (number, person) in round.Of(Audience.Customer).Index())
            await round.Answer(person, comment: number switch { 0 => "Ein\0Wort", 1 => "\0", _ => null });

        Assert.Equal(Closure.Closed, await Close(round));

        Assert.Equal("EinWort", await database.Client.Run(round.Client, db =>
            db.QuerySingleAsync<string>("select text from comment where wave_id = @wave", new { round.Wave })));
    }

    [Fact]
    public async Task Segments_are_kept_as_they_are_whatever_they_are_called()
    {
        string?[] segments = ["Bern, \"Mitte\" {a}", @"C:\Süd\", "NULL", "", null];
        using var round = await Answered();

        await round.ClosingStore.Close(
            round.Order,
            async (wave, box) =>
            {
                var outcome = await Emptying.Of(wave, round.WaveKeys, box);
                return outcome with { Responses = [outcome.Responses[0] with { Segments = segments }] };
            },
            _ => { },
            TestContext.Current.CancellationToken);

        Assert.Equal(segments, await database.Client.Run(round.Client, db =>
            db.QuerySingleAsync<string?[]>("select segments from response where wave_id = @wave", new { round.Wave })));
    }

    [Fact]
    public async Task Whoever_was_told_that_the_answer_arrived_is_counted_even_while_the_wave_closes()
    {
        using var round = await Round.Open(database, executives: 5, employees: 40, customers: 60);
        var submits = round.People.Select(person => round.Sealed(person)).Select(ballot => Task.Run(() => round.Ballots.Submit(round.Client, round.Wave, ballot))).ToList();
        await submits[10];

        await Close(round);

        var accepted = (await Task.WhenAll(submits)).Count(outcome => outcome is Submission.Accepted);
        var counts = await Release(round);
        var small = round.People.GroupBy(person => person.Audience).Sum(group => counts[group.Key].All.Responses);
        Assert.InRange(accepted - small, 0, 2 + 4 + 4);
        Assert.Equal(0, await round.Count("ballot"));
    }

    [Fact]
    public async Task A_wave_that_never_opened_or_is_Cleos_has_nothing_to_close()
    {
        using var round = await Answered();

        Assert.Equal(Closure.NotOpen, await round.Closing.Close(round.Order with { Client = Guid.NewGuid() }, TestContext.Current.CancellationToken));
        Assert.Equal(Closure.NotOpen, await round.Closing.Close(round.Order with { Wave = Guid.NewGuid() }, TestContext.Current.CancellationToken));
        Assert.Equal(51, await round.Count("ballot"));
    }

    private async Task<Round> Answered()
    {
        var round = await Round.Open(database);
        await Task.WhenAll(round.People.Select((person, index) => round.Answer(person, rating: (index % 5) + 1, comment: index == 40 ? "Drei Mal erklärt." : null)));
        await new AnsweredFlagStore(database.Client, database.Worker, round.Keys).Flag(new OpenWave { Client = round.Client, Wave = round.Wave }, TestContext.Current.CancellationToken);
        Assert.True(await Flagged(round) > 0);
        return round;
    }

    private static Task<Closure> Close(Round round) => round.Closing.Close(round.Order, TestContext.Current.CancellationToken);

    private Task<long> Flagged(Round round) => database.Client.Run(round.Client, db =>
        db.ExecuteScalarAsync<long>("select count(*) from invitation where wave_id = @wave and answered", new { round.Wave }));

    private async Task<WaveCounts> Release(Round round) => CountsJson.Read(System.Text.Encoding.UTF8.GetBytes(await database.Client.Run(round.Client, db =>
        db.ExecuteScalarAsync<string>("select counts from release where wave_id = @wave", new { round.Wave })) ?? ""));
}
