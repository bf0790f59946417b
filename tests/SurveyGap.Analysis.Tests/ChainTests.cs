using SurveyGap.Analysis.Results;

namespace SurveyGap.Analysis.Tests;

/// <summary>Where the picture breaks, from labels.</summary>
public sealed class ChainTests
{
    [Theory]
    [InlineData(Label.Clear, Label.Clear, Label.PracticallyEqual, ChainPattern.LeadershipBlindSpot)]
    [InlineData(Label.Clear, Label.Clear, Label.Open, ChainPattern.LeadershipBlindSpot)]
    [InlineData(Label.Clear, Label.PracticallyEqual, Label.Clear, ChainPattern.SharedBlindSpot)]
    [InlineData(Label.Clear, Label.Open, Label.Clear, ChainPattern.SharedBlindSpot)]
    [InlineData(Label.Clear, Label.Clear, Label.Clear, ChainPattern.SharedBlindSpot)]
    [InlineData(Label.PracticallyEqual, Label.Open, Label.Clear, ChainPattern.FrontLineBlindSpot)]
    [InlineData(Label.Open, Label.Clear, Label.Clear, ChainPattern.FrontLineBlindSpot)]
    [InlineData(Label.PracticallyEqual, Label.PracticallyEqual, Label.PracticallyEqual, ChainPattern.Aligned)]
    [InlineData(Label.PracticallyEqual, Label.Open, Label.PracticallyEqual, ChainPattern.Aligned)]
    [InlineData(Label.PracticallyEqual, Label.Clear, Label.PracticallyEqual, ChainPattern.Undecided)]
    [InlineData(Label.Clear, Label.PracticallyEqual, Label.Open, ChainPattern.Undecided)]
    [InlineData(Label.Open, Label.Open, Label.Clear, ChainPattern.Undecided)]
    [InlineData(Label.Open, Label.Open, Label.Open, ChainPattern.Undecided)]
    [InlineData(Label.Descriptive, Label.Descriptive, Label.Clear, ChainPattern.Undecided)]
    public void The_pattern_follows_from_the_three_labels(Label mirror, Label leadership, Label counter, ChainPattern expected) =>
        Assert.Equal(expected, Chain.Of(mirror, leadership, counter).Pattern);

    [Fact]
    public void A_link_is_broken_if_its_own_gap_is_clear() =>
        Assert.Equal(new Chain(ChainPattern.SharedBlindSpot, LeadershipBroken: false, CounterBroken: true), Chain.Of(Label.Clear, Label.Open, Label.Clear));

    [Fact]
    public void An_aligned_or_undecided_chain_is_never_a_blind_spot_and_every_blind_spot_has_a_broken_link()
    {
        var labels = Enum.GetValues<Label>();
        foreach (var chain in from m in labels from l in labels from c in labels select Chain.Of(m, l, c))
        {
            if (chain.Pattern is ChainPattern.SharedBlindSpot or ChainPattern.FrontLineBlindSpot)
                Assert.True(chain.CounterBroken);
            if (chain.Pattern is ChainPattern.LeadershipBlindSpot)
                Assert.True(chain is { LeadershipBroken: true, CounterBroken: false });
            if (chain.Pattern is ChainPattern.Aligned)
                Assert.True(chain is { LeadershipBroken: false, CounterBroken: false });
        }
    }
}
