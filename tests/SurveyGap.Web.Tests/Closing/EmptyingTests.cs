using System.Security.Cryptography;
using SurveyGap.Analysis;
using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Closing;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Tests.Answering;

namespace SurveyGap.Web.Tests.Closing;

public sealed class EmptyingTests
{
    private static readonly ClosingWave Wave = new(Guid.NewGuid(), Mirror.Questionnaire, ["language"], Thresholds.Default, new Dictionary<Audience, Participation>());

    private readonly WaveKeys _keys = WaveKeys.Of(Wave.Wave, RandomNumberGenerator.GetBytes(WaveKeys.SecretLength));

    [Fact]
    public async Task An_audience_under_its_minimum_leaves_neither_responses_nor_comments()
    {
        var outcome = await Empty([.. Ballots(Audience.Employee, 4), .. Ballots(Audience.Executive, 2), .. Ballots(Audience.Customer, 5)]);

        Assert.All(outcome.Responses, response => Assert.Equal(Audience.Customer, response.Audience));
        Assert.All(outcome.Comments, comment => Assert.Equal(Audience.Customer, comment.Audience));
        Assert.Equal((5, 5), (outcome.Responses.Count, outcome.Comments.Count));
    }

    [Fact]
    public async Task Open_links_lift_nobody_who_was_invited_over_the_minimum()
    {
        var few = await Empty([.. Ballots(Audience.Customer, 4), .. Ballots(Audience.Customer, 20, open: true, from: 100)]);

        Assert.Equal(20, few.Responses.Count);
        Assert.Equal(Enumerable.Range(100, 20).Select(Text), few.Comments.Select(comment => comment.Text).Order(StringComparer.Ordinal));
        Assert.Empty((await Empty([.. Ballots(Audience.Customer, 4), .. Ballots(Audience.Customer, 4, open: true)])).Responses);
    }

    [Fact]
    public async Task Three_customers_with_a_reason_are_counted_and_leave_nothing_else()
    {
        var wave = Wave with { Thresholds = Thresholds.Default with { CustomerMinimum = 3, CustomerReason = "Neun Grosskunden" } };
        var few = await Empty([.. Ballots(Audience.Customer, 3), .. Ballots(Audience.Customer, 2, open: true), .. Ballots(Audience.Employee, 4)], wave);
        Assert.Equal((5, 0), (few.Counts[Audience.Customer].Responses, few.Counts[Audience.Employee].Responses));
        Assert.Empty(few.Responses);
        Assert.Empty(few.Comments);

        Assert.Equal(5, (await Empty([.. Ballots(Audience.Customer, 5)], wave)).Responses.Count);
        Assert.Equal(0, (await Empty([.. Ballots(Audience.Customer, 2)], wave)).Counts[Audience.Customer].Responses);
    }

    [Fact]
    public async Task Open_links_count_beside_enough_invited_people_and_alone()
    {
        Assert.Equal(6, (await Empty([.. Ballots(Audience.Customer, 5), .. Ballots(Audience.Customer, 1, open: true)])).Responses.Count);
        Assert.Equal(20, (await Empty([.. Ballots(Audience.Customer, 20, open: true)])).Responses.Count);
    }

    [Fact]
    public async Task Whether_somebody_came_through_an_open_link_is_forgotten() =>
        Assert.DoesNotContain((await Empty([.. Ballots(Audience.Customer, 20, open: true)])).Responses, response => response.ThroughOpenLink);

    [Fact]
    public async Task The_order_of_answering_is_lost()
    {
        var outcome = await Empty([.. Ballots(Audience.Customer, 200)]);

        Assert.NotEqual(Enumerable.Range(0, 200).Select(Text), outcome.Comments.Select(comment => comment.Text));
        Assert.Equal(Enumerable.Range(0, 200).Select(Text).Order(StringComparer.Ordinal), outcome.Comments.Select(comment => comment.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_ballot_that_our_key_did_not_seal_or_that_fits_no_questionnaire_is_told_and_left_out()
    {
        var sealedBallots = Ballots(Audience.Customer, 6).Select(Sealed).ToList();
        sealedBallots.Add(new SealedBallot(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(540)));
        sealedBallots.Add(Sealed(new Ballot(Audience.Customer, false, [null], [1, 2, 3], new Dictionary<string, string>())));

        var outcome = await Emptying.Of(Wave, _keys, sealedBallots.ToAsyncEnumerable(), TestContext.Current.CancellationToken);

        Assert.Equal((6, 2), (outcome.Responses.Count, outcome.Unreadable));
    }

    private Task<Outcome> Empty(IReadOnlyList<Ballot> ballots, ClosingWave? wave = null) => Emptying.Of(wave ?? Wave, _keys, ballots.Select(Sealed).ToAsyncEnumerable(), TestContext.Current.CancellationToken);

    private SealedBallot Sealed(Ballot ballot) => SealedBallot.Of(ballot, Wave.Wave, _keys, RandomNumberGenerator.GetBytes(32));

    private static IEnumerable<Ballot> Ballots(Audience audience, int count, bool open = false, int from = 0) => Enumerable.Range(from, count).Select(number =>
        new Ballot(audience, open, [null], new byte[SlotMap.Of(Mirror.Questionnaire).Count], new Dictionary<string, string> { ["response"] = Text(number) }));

    private static string Text(int number) => $"Kommentar {number:000}";
}
