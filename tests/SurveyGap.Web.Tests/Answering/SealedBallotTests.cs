using System.Security.Cryptography;
using System.Text;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Tests.Answering;

public sealed class SealedBallotTests
{
    private static readonly Guid Wave = Guid.NewGuid();

    private readonly WaveKeys _keys = WaveKeys.Of(Wave, RandomNumberGenerator.GetBytes(WaveKeys.SecretLength));
    private readonly byte[] _place = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public void What_is_sealed_is_what_is_opened()
    {
        var ballot = Ballot("Drei Mal erklärt, «niemand» wusste Bescheid.");

        var opened = Seal(ballot).Open(Wave, _keys)!;

        Assert.Equal((ballot.Audience, ballot.ThroughOpenLink), (opened.Audience, opened.ThroughOpenLink));
        Assert.Equal(ballot.Segments, opened.Segments);
        Assert.Equal(ballot.Answers, opened.Answers);
        Assert.Equal(ballot.Comments, opened.Comments);
    }

    [Fact]
    public void It_opens_in_no_other_place_wave_or_key()
    {
        var ballot = Seal(Ballot("x"));

        Assert.Null((ballot with { AnswerKey = RandomNumberGenerator.GetBytes(32) }).Open(Wave, _keys));
        Assert.Null(ballot.Open(Guid.NewGuid(), _keys));
        Assert.Null(ballot.Open(Wave, WaveKeys.Of(Wave, RandomNumberGenerator.GetBytes(WaveKeys.SecretLength))));
    }

    [Fact]
    public void A_changed_byte_is_noticed()
    {
        var ballot = Seal(Ballot("x"));
        ballot.Sealed[^1] ^= 1;

        Assert.Null(ballot.Open(Wave, _keys));
        Assert.Null((ballot with { Sealed = [] }).Open(Wave, _keys));
    }

    [Fact]
    public void Its_length_does_not_tell_whether_somebody_wrote_a_little() =>
        Assert.Equal(Seal(Ballot("")).Sealed.Length, Seal(Ballot(new string('x', 200))).Sealed.Length);

    [Fact]
    public void The_same_ballot_never_looks_the_same_twice() =>
        Assert.NotEqual(Seal(Ballot("x")).Sealed, Seal(Ballot("x")).Sealed);

    [Fact]
    public void Nothing_of_it_can_be_read_from_outside()
    {
        var readable = Encoding.UTF8.GetString(Seal(Ballot("Wasserschaden")).Sealed);

        Assert.DoesNotContain("Wasserschaden", readable, StringComparison.Ordinal);
        Assert.DoesNotContain("Telefon", readable, StringComparison.Ordinal);
    }

    private SealedBallot Seal(Ballot ballot) => SealedBallot.Of(ballot, Wave, _keys, _place);

    private static Ballot Ballot(string comment) => new(
        Audience.Customer,
        ThroughOpenLink: false,
        ["de", null, "Telefon"],
        [5, 4, 255, 0, 1],
        comment.Length == 0 ? new Dictionary<string, string>() : new Dictionary<string, string> { ["response"] = comment });
}
