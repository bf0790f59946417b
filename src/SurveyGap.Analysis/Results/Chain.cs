namespace SurveyGap.Analysis.Results;

/// <summary>
/// The chain executive → employee → customer of one dimension, told from labels and never from bare means.
/// A link is broken if its gap is labelled <see cref="Label.Clear"/>.
/// </summary>
/// <param name="Pattern">What the three labels say together.</param>
/// <param name="LeadershipBroken">The link executive → employee is broken (the leadership gap is clear).</param>
/// <param name="CounterBroken">The link employee → customer is broken (the counter gap is clear).</param>
public sealed record Chain(ChainPattern Pattern, bool LeadershipBroken, bool CounterBroken)
{
    /// <summary>Reads the chain from the labels of the three gaps.</summary>
    public static Chain Of(Label mirror, Label leadership, Label counter) =>
        new(PatternOf(mirror, leadership, counter), leadership == Label.Clear, counter == Label.Clear);

    private static ChainPattern PatternOf(Label mirror, Label leadership, Label counter) => (mirror, leadership, counter) switch
    {
        (Label.Clear, _, Label.Clear) => ChainPattern.SharedBlindSpot,
        (Label.Clear, Label.Clear, _) => ChainPattern.LeadershipBlindSpot,
        (Label.PracticallyEqual, _, Label.Clear) or (_, Label.Clear, Label.Clear) => ChainPattern.FrontLineBlindSpot,
        (Label.PracticallyEqual, not Label.Clear, Label.PracticallyEqual) => ChainPattern.Aligned,
        _ => ChainPattern.Undecided,
    };
}

/// <summary>Who sees something else than the customers. Says nothing of the direction: too kind and too modest are both blind spots.</summary>
public enum ChainPattern
{
    /// <summary>
    /// The mirror gap and the counter gap are both clear: leadership and front line both see something else than the customers.
    /// The picture breaks between employees and customers (and also above, if the leadership gap is clear too).
    /// </summary>
    SharedBlindSpot,

    /// <summary>
    /// The mirror gap and the leadership gap are clear, the counter gap is not: the leadership is away from customers and employees
    /// alike. The picture breaks between leadership and employees.
    /// </summary>
    LeadershipBlindSpot,

    /// <summary>
    /// The counter gap is clear, the mirror gap is not, and the front line stands alone: either the leadership is practically equal
    /// to the customers, or the leadership gap is clear as well.
    /// </summary>
    FrontLineBlindSpot,

    /// <summary>The mirror gap and the counter gap are practically equal, and the leadership gap is not clear.</summary>
    Aligned,

    /// <summary>Everything else: where the picture breaks, or whether, cannot be concluded.</summary>
    Undecided,
}
