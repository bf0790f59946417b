using System.Security.Cryptography;
using Dapper;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Tests.Answering;

namespace SurveyGap.Web.Tests.Closing;

/// <summary>
/// Plays an attacker who knows who answered when, and reads whatever the superuser can. Everybody's answers are different, so each
/// person that the attacker matches with a response is a person found out. By chance alone about one in all of them is.
/// </summary>
public sealed class AnonymityTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int Employees = 200;

    // With one hit expected by chance, ten or more come once in ten million runs.
    private const int HitsByChance = 9;

    [Fact]
    public async Task While_the_wave_is_open_ballots_tell_nothing_and_their_places_nobody()
    {
        using var round = await Answered();
        await using var superuser = await TestDatabase.Connect(database.Owner);
        var ballots = await Read<(byte[] Place, byte[] Sealed)>(superuser, round, "select answer_key, sealed from ballot");

        // Neither what lies there nor how long it is, whatever was rated and however much was written.
        Assert.Single(ballots.Select(ballot => ballot.Sealed.Length).Distinct());
        Assert.Equal(Employees, ballots.Select(ballot => Convert.ToHexString(ballot.Sealed.AsSpan(28, 16))).Distinct().Count());

        // Everything that the database holds of a person, hashed as it may have been hashed.
        var places = ballots.Select(ballot => Convert.ToHexString(ballot.Place)).ToHashSet();
        var guesses = (await Read<(Guid Id, byte[] TokenHash)>(superuser, round, "select invitation_id, token_hash from invitation")).SelectMany(person =>
            new[] { person.TokenHash, person.Id.ToByteArray(), person.Id.ToByteArray(bigEndian: true) }.SelectMany(known => new[]
            {
                known, SHA256.HashData(known), HMACSHA256.HashData(known, round.Wave.ToByteArray(bigEndian: true)), HMACSHA256.HashData(round.Wave.ToByteArray(bigEndian: true), known),
            }));
        Assert.DoesNotContain(guesses, guess => places.Contains(Convert.ToHexString(guess)));
    }

    [Fact]
    public async Task With_the_wave_key_the_same_guess_finds_everybody()
    {
        using var round = await Answered();
        await using var superuser = await TestDatabase.Connect(database.Owner);
        var places = (await Read<byte[]>(superuser, round, "select answer_key from ballot")).Select(Convert.ToHexString).ToHashSet();

        Assert.All(round.People, person => Assert.Contains(Convert.ToHexString(round.WaveKeys.AnswerKey(person.Invitation)), places));
    }

    [Fact]
    public async Task After_closing_no_order_of_the_responses_tells_whose_they_are()
    {
        using var round = await Answered();
        await round.Closing.Close(round.Order, TestContext.Current.CancellationToken);
        await using var superuser = await TestDatabase.Connect(database.Owner);

        foreach (var order in new[] { "ctid", "ordinal", "xmin::text::bigint, ctid", "segments, ctid" })
            Assert.InRange(Hits(await Read<byte[]>(superuser, round, $"select answers from response order by {order}")), 0, HitsByChance);
    }

    [Fact]
    public async Task The_same_attacker_wins_against_a_schema_that_stores_answers_as_they_come()
    {
        using var round = await Round.Open(database, executives: 0, employees: Employees, customers: 0);
        await using var owner = await TestDatabase.Connect(database.Owner);
        await owner.ExecuteAsync("create temporary table leaky (answers bytea)");
        foreach (var person in Enumerable.Range(0, Employees))
            await owner.ExecuteAsync("insert into leaky values (@answers)", new { answers = AnswersOf(person) });

        Assert.Equal(Employees, Hits([.. await owner.QueryAsync<byte[]>("select answers from leaky order by ctid")]));
    }

    [Fact]
    public async Task Everybody_shares_the_stored_attributes_with_four_others_at_least()
    {
        using var round = await Answered();
        await round.Closing.Close(round.Order, TestContext.Current.CancellationToken);
        await using var superuser = await TestDatabase.Connect(database.Owner);

        var sizes = await Read<long>(superuser, round, "select count(*) from response group by audience, segments");

        Assert.All(sizes, size => Assert.True(size >= 5));
        Assert.Equal(Employees, sizes.Sum());
    }

    [Fact]
    public async Task Comments_stand_in_another_order_than_the_responses()
    {
        using var round = await Answered();
        await round.Closing.Close(round.Order, TestContext.Current.CancellationToken);
        await using var superuser = await TestDatabase.Connect(database.Owner);
        var responses = await Read<byte[]>(superuser, round, "select answers from response order by ordinal");
        var comments = await Read<string>(superuser, round, "select text from comment order by ordinal");

        var hits = responses.Zip(comments).Count(pair => pair.Second == CommentOf(Enumerable.Range(0, Employees).Single(person => AnswersOf(person).SequenceEqual(pair.First))));
        Assert.InRange(hits, 0, HitsByChance);
    }

    [Fact]
    public async Task No_link_and_no_key_lies_in_the_database()
    {
        using var round = await Answered();
        var key = await File.ReadAllBytesAsync(Directory.GetFiles(round.KeyFolder).Single(), TestContext.Current.CancellationToken);
        var link = round.WaveKeys.Link(round.People[0].Invitation, InvitationStore.FirstEpoch).Reveal();
        await database.Checkpoint();

        Assert.Empty(ClusterFiles.With(database, key));
        Assert.Empty(ClusterFiles.With(database, System.Text.Encoding.UTF8.GetBytes(link)));
    }

    /// <summary>One after the other, in the order of the invitations: what the attacker knows.</summary>
    private async Task<Round> Answered()
    {
        var round = await Round.Open(database, executives: 0, employees: Employees, customers: 0);
        foreach (var (number, person) in round.People.Index())
            await round.Ballots.Submit(round.Client, round.Wave, round.Sealed(person, AnswersOf(number), CommentOf(number)), TestContext.Current.CancellationToken);
        return round;
    }

    /// <summary>The best that somebody can do who knows the order of answering: the n-th who answered wrote the n-th response.</summary>
    private static int Hits(IReadOnlyList<byte[]> responses) =>
        responses.Index().Count(response => response.Item.SequenceEqual(AnswersOf(response.Index)));

    private static byte[] AnswersOf(int person)
    {
        var answers = new byte[SlotMap.Of(Mirror.Questionnaire).Count];
        for (var slot = 0; slot < 5; slot++, person /= 5)
            answers[slot] = Answer.Rating((person % 5) + 1);
        return answers;
    }

    // From a word to most of a page.
    private static string CommentOf(int person) => $"Bemerkung {person:000}{new string('x', person * 9)}";

    private static async Task<IReadOnlyList<T>> Read<T>(Npgsql.NpgsqlConnection superuser, Round round, string sql)
    {
        // The owner is bound by the policies too; the attacker just says whose rows they want.
        await superuser.ExecuteAsync("select set_config('app.client', @client, false)", new { client = round.Client.ToString() });
        return [.. await superuser.QueryAsync<T>(sql)];
    }
}
