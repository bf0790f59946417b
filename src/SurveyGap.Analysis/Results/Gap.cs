using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Results;

/// <summary>What may be said of a difference.</summary>
public enum Label
{
    /// <summary>«gesichert»: q below the false discovery rate, and not practically equal.</summary>
    Clear,

    /// <summary>«praktisch gleich»: the 95 % interval lies within ± the margin, limits included. Wins over clear.</summary>
    PracticallyEqual,

    /// <summary>«offen»: nothing can be concluded; never «no difference».</summary>
    Open,

    /// <summary>«nur beschreibend»: no sampling interval and no test for so few or so equal answers; not in the family.</summary>
    Descriptive,
}

/// <summary>The difference between two groups on one question or dimension, with what may be said of it.</summary>
public sealed record Gap
{
    /// <summary>Which groups.</summary>
    public required Pair Pair { get; init; }

    /// <summary>Mean of the first minus mean of the second (scale points, −4 to 4), from the unrounded means.</summary>
    public required double Points { get; init; }

    /// <summary>
    /// The 95 % interval that is shown: executives fixed in a census, else Welch's; null where <see cref="Label"/> is descriptive.
    /// </summary>
    public required Interval? Interval { get; init; }

    /// <summary>
    /// The p of the label. Questions: executives fixed in a census, else Mann-Whitney. Dimensions: the one-sample t in a census,
    /// else Welch's t. Null where <see cref="Label"/> is descriptive. For the appendix only.
    /// </summary>
    public required double? P { get; init; }

    /// <summary>Benjamini-Hochberg q within its family: one pair, questions and dimensions apart; null with <see cref="P"/>.</summary>
    public required double? Q { get; init; }

    /// <summary>What may be said. The label decides, also where an interval just excludes 0.</summary>
    public required Label Label { get; init; }

    /// <summary>Whether the executives' value is a fact here, because all invited executives answered.</summary>
    public required bool Census { get; init; }

    /// <summary>Over- or underestimation; null for the leadership gap, which has no customers.</summary>
    public required SelfOther? SelfOther { get; init; }

    /// <summary>Where both means stand; null for the leadership gap.</summary>
    public required Place? Place { get; init; }

    /// <summary>Difference of the shares good or excellent (−1 to 1); null for a dimension of which no question is shown.</summary>
    public required double? Top2Points { get; init; }

    /// <summary>Whether the excellent factor passes its gate and may be shown; else show the two counts. Never for dimensions.</summary>
    public required bool FactorShown { get; init; }

    /// <summary>How many more answers would settle an open gap; null if it is not open, or if more answers of one group cannot.</summary>
    public required AnswersNeeded? AnswersNeeded { get; init; }

    /// <summary>All statistics of the pair, for the appendix and exports; null for dimensions.</summary>
    public required RatingComparison? Statistics { get; init; }

    /// <summary>The statistics of a dimension; null for questions.</summary>
    public required DimensionComparison? DimensionStatistics { get; init; }
}

/// <summary>A quadrant, and whether it is sure.</summary>
/// <param name="Quadrant">Where the means stand.</param>
/// <param name="Uncertain">«unsicher»: an interval of one of the means spans the line, or has to be there and is not.</param>
public sealed record Place(Quadrant Quadrant, bool Uncertain);

/// <summary>
/// The smallest number of answers in the less certain group (the larger s²/n; in a census the other group) whose 95 % half-width
/// of the gap, at the current spreads, is at most the margin.
/// </summary>
/// <param name="Audience">The less certain group.</param>
/// <param name="Total">How many answers in all.</param>
/// <param name="More">How many more than now (at least 1).</param>
public sealed record AnswersNeeded(Audience Audience, long Total, long More);
