using System.Security.Cryptography;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Tests.Waves;

public sealed class WaveKeysTests
{
    private static readonly byte[] Secret = RandomNumberGenerator.GetBytes(WaveKeys.SecretLength);
    private static readonly Guid Wave = Guid.NewGuid();
    private static readonly Guid Person = Guid.NewGuid();

    private readonly WaveKeys _keys = WaveKeys.Of(Wave, Secret);

    [Fact]
    public void The_same_secret_gives_the_same_links_places_and_seal()
    {
        var again = WaveKeys.Of(Wave, Secret);

        Assert.Equal(_keys.Link(Person, 1).Reveal(), again.Link(Person, 1).Reveal());
        Assert.Equal(_keys.AnswerKey(Person), again.AnswerKey(Person));
        Assert.Equal(_keys.Seal, again.Seal);
    }

    [Fact]
    public void Another_wave_has_other_keys_even_with_the_same_secret()
    {
        var other = WaveKeys.Of(Guid.NewGuid(), Secret);

        Assert.NotEqual(_keys.Seal, other.Seal);
        Assert.NotEqual(_keys.AnswerKey(Person), other.AnswerKey(Person));
    }

    [Fact]
    public void A_new_epoch_makes_the_old_link_void() =>
        Assert.NotEqual(_keys.Link(Person, 1).Hash, _keys.Link(Person, 2).Hash);

    [Fact]
    public void Nobody_takes_an_invited_persons_place_by_sending_their_number_as_a_form() =>
        Assert.NotEqual(_keys.AnswerKey(Person), _keys.AnswerKey(Person.ToByteArray(bigEndian: true)));

    [Fact]
    public void A_link_survives_being_written_and_read()
    {
        var token = _keys.Link(Person, 1);

        Assert.Equal(token.Hash, Token.Read(token.Reveal())?.Hash);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!")]
    public void What_cannot_be_a_token_is_none(string? text) => Assert.Null(Token.Read(text));

    [Fact]
    public void A_token_prints_as_nothing_by_accident() =>
        Assert.Equal("(token)", $"{_keys.Link(Person, 1)}");
}
