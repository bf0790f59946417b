using Dapper;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Tests.Answering;

public sealed class BallotStoreTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Five_submits_of_one_person_at_once_are_one_ballot()
    {
        // A thousand people do the same in ./dev faults.
        using var round = await Round.Open(database, executives: 0, employees: 0, customers: 200);
        var people = round.People;

        var outcomes = await Task.WhenAll(people.SelectMany(person => Enumerable.Repeat(person, 5)).Select(person => round.Answer(person)));

        Assert.Equal(people.Count, outcomes.Count(outcome => outcome is Submission.Accepted));
        Assert.Equal(people.Count * 4, outcomes.Count(outcome => outcome is Submission.AlreadyReceived));
        Assert.Equal(people.Count, await round.Count("ballot"));
    }

    [Fact]
    public async Task Ballots_lie_in_their_rows_and_two_of_them_fit_a_page()
    {
        const int HalfAPage = 4080;
        using var round = await Round.Open(database);
        await round.Answer(round.People[0], comment: "Drei Mal erklärt.");

        var (row, beside) = await database.Client.Run(round.Client, db => db.QuerySingleAsync<(int, long)>("""
            select pg_column_size(b.*), (select pg_relation_size(reltoastrelid) from pg_class where oid = 'ballot'::regclass)
            from   ballot b
            where  wave_id = @wave
            """, new { round.Wave }));

        Assert.InRange(row, BallotFormat.Smallest, HalfAPage);
        Assert.Equal(0, beside);
    }

    [Fact]
    public async Task The_first_answer_stays_whatever_is_sent_later()
    {
        using var round = await Round.Open(database, executives: 3, employees: 0, customers: 0);
        var ana = round.People[0];
        await round.Answer(ana, rating: 5);
        await round.Answer(ana, rating: 1);
        foreach (var other in round.People.Skip(1))
            await round.Answer(other, rating: 5);

        var outcome = await Closing.Emptied.Of(round);

        Assert.All(outcome.Responses, response => Assert.DoesNotContain(Answer.Rating(1), response.Answers.Take(5)));
    }

    [Fact]
    public async Task A_withdrawn_ballot_is_gone_and_its_place_free_again()
    {
        using var round = await Round.Open(database);
        var ana = round.People[0];
        var place = round.WaveKeys.AnswerKey(ana.Invitation);
        await round.Answer(ana);
        Assert.True(await round.Ballots.Holds(round.Client, round.Wave, place, TestContext.Current.CancellationToken));

        await round.Ballots.Withdraw(round.Client, round.Wave, place, TestContext.Current.CancellationToken);

        Assert.False(await round.Ballots.Holds(round.Client, round.Wave, place, TestContext.Current.CancellationToken));
        Assert.Equal(Submission.Accepted, await round.Answer(ana));
    }

    [Fact]
    public async Task A_closed_wave_takes_nothing()
    {
        using var round = await Round.Open(database);
        var late = round.Sealed(round.People[0]);
        await round.Closing.Close(round.Order, TestContext.Current.CancellationToken);

        Assert.Equal(Submission.WaveClosed, await round.Ballots.Submit(round.Client, round.Wave, late, TestContext.Current.CancellationToken));
        Assert.Equal(0, await round.Count("ballot"));
    }

    [Fact]
    public async Task Whoever_meets_a_closing_wave_is_asked_to_come_back_soon_and_keeps_no_connection()
    {
        using var round = await Round.Open(database);
        var (ana, place) = (round.Sealed(round.People[0]), round.WaveKeys.AnswerKey(round.People[0].Invitation));
        await database.Client.Run(round.Client, async (Npgsql.NpgsqlConnection db) =>
        {
            await db.OwnLock(round.Wave);
            await Assert.ThrowsAsync<DatabaseUnavailableException>(() => round.Ballots.Submit(round.Client, round.Wave, ana).WaitAsync(TimeSpan.FromSeconds(20)));
            await Assert.ThrowsAsync<DatabaseUnavailableException>(() =>
                round.Ballots.Withdraw(round.Client, round.Wave, place, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20)));
        });

        Assert.Equal(Submission.Accepted, await round.Answer(round.People[0]));
    }

    [Fact]
    public async Task Cleo_cannot_put_a_ballot_into_Anas_wave()
    {
        using var round = await Round.Open(database);
        using var cleos = await Round.Open(database);

        Assert.Equal(Submission.WaveClosed, await cleos.Ballots.Submit(cleos.Client, round.Wave, round.Sealed(round.People[0]), TestContext.Current.CancellationToken));
        Assert.Equal(0, await round.Count("ballot"));
    }
}
