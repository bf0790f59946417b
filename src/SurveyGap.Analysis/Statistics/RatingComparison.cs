using System.Text.Json.Serialization;

namespace SurveyGap.Analysis.Statistics;

/// <summary>
/// Two groups on one question, first minus second: everything that statistics.md defines for a pair, before any rule of display.
/// Null means: not defined. Differences of means are scale points, shares and their differences fractions.
/// </summary>
public sealed record RatingComparison
{
    /// <summary>Mean of the first minus mean of the second, computed from the counts in one division; null if a group is empty.</summary>
    public required double? MeanDiff { get; init; }

    /// <summary>√(s₁²/n₁ + s₂²/n₂); null if a group has n &lt; 2 or the value is 0 (Welch 1947).</summary>
    public required double? WelchSe { get; init; }

    /// <summary>Degrees of freedom after Satterthwaite (1946); null with <see cref="WelchSe"/>.</summary>
    public required double? WelchDf { get; init; }

    /// <summary>MeanDiff ± t(0.975, WelchDf)·WelchSe, clipped to [−4, 4]; null with <see cref="WelchSe"/>.</summary>
    public required Interval? MeanDiffCi { get; init; }

    /// <summary>The first group as a complete census: MeanDiff ± t(0.975, n₂ − 1)·s₂/√n₂; null unless the first are executives, n₂ ≥ 2 and s₂ &gt; 0.</summary>
    public required Interval? MeanDiffCiExecutivesFixed { get; init; }

    /// <summary>Two-sided p of MeanDiff/(s₂/√n₂), n₂ − 1 degrees of freedom; null with <see cref="MeanDiffCiExecutivesFixed"/>.</summary>
    public required double? PExecutivesFixed { get; init; }

    /// <summary>Difference of the shares good or excellent; null if a group is empty.</summary>
    public required double? Top2Diff { get; init; }

    /// <summary>Its interval, Newcombe (1998) method 10.</summary>
    public required Interval? Top2DiffCi { get; init; }

    /// <summary>Difference of the shares excellent; null if a group is empty.</summary>
    public required double? Top1Diff { get; init; }

    /// <summary>Its interval, Newcombe (1998) method 10.</summary>
    public required Interval? Top1DiffCi { get; init; }

    /// <summary>Ratio of the shares excellent.</summary>
    public required RatioFigures ExcellentFactor { get; init; }

    /// <summary>Share of all pairs in which the first rates higher; null if a group is empty.</summary>
    public required double? ProbFirstHigher { get; init; }

    /// <summary>Share of all pairs that rate the same.</summary>
    public required double? ProbEqual { get; init; }

    /// <summary>Share of all pairs in which the second rates higher.</summary>
    public required double? ProbSecondHigher { get; init; }

    /// <summary>θ = ProbFirstHigher + ProbEqual/2.</summary>
    public required double? Superiority { get; init; }

    /// <summary>Interval of θ; null if a group has n &lt; 2 or nothing varies.</summary>
    public required Interval? SuperiorityCi { get; init; }

    /// <summary>How <see cref="SuperiorityCi"/> was made; null with it.</summary>
    public required SuperiorityMethod? SuperiorityCiMethod { get; init; }

    /// <summary>2θ − 1 (Cliff 1993).</summary>
    public required double? CliffsDelta { get; init; }

    /// <summary>2·limit − 1 of <see cref="SuperiorityCi"/>.</summary>
    public required Interval? CliffsDeltaCi { get; init; }

    /// <summary>U = θ·n₁·n₂ (Mann &amp; Whitney 1947).</summary>
    public required double? MannWhitneyU { get; init; }

    /// <summary>Two-sided p of the Mann-Whitney test (0 to 1); null if a group is empty.</summary>
    public required double? P { get; init; }

    /// <summary>How <see cref="P"/> was made; null with it.</summary>
    public required PMethod? PMethod { get; init; }

    /// <summary>Only against customers: whether the first over- or underestimates; null otherwise or if a group is empty.</summary>
    public required SelfOther? SelfOther { get; init; }

    /// <summary>Only against customers: where both means stand; null otherwise or if a group is empty.</summary>
    public required Quadrant? Quadrant { get; init; }
}

/// <summary>A ratio of two shares p₁/p₂ with its interval (MOVER-R: Donner &amp; Zou 2012; Newcombe 2016).</summary>
/// <param name="Value">The ratio; null if the second share is 0 or undefined.</param>
/// <param name="CiLow">Lower limit; null if both shares are 0 or a group is empty.</param>
/// <param name="CiHigh">Upper limit; null if the second share is 0: there is none.</param>
/// <param name="Status">Why something is null.</param>
public sealed record RatioFigures(double? Value, double? CiLow, double? CiHigh, RatioStatus Status);

/// <summary>What a ratio of shares could be computed from.</summary>
public enum RatioStatus
{
    /// <summary>Value and both limits are defined.</summary>
    Ok,

    /// <summary>Nobody in the second group: no value and no upper limit.</summary>
    DenominatorZero,

    /// <summary>Nobody in either group: nothing is defined.</summary>
    BothZero,

    /// <summary>A group gave no answer.</summary>
    NoData,
}

/// <summary>How the interval of the probability of superiority was made.</summary>
public enum SuperiorityMethod
{
    /// <summary>Brunner-Munzel variance from placements, t interval on the logit scale.</summary>
    [JsonStringEnumMemberName("logit-t")]
    LogitT,

    /// <summary>Newcombe (2006) method 5, for θ of exactly 0 or 1.</summary>
    [JsonStringEnumMemberName("newcombe2006-5")]
    Newcombe2006Method5,
}

/// <summary>How the Mann-Whitney p was made.</summary>
public enum PMethod
{
    /// <summary>Exact, conditional on the ties (the smaller group has at most 20).</summary>
    Exact,

    /// <summary>Normal approximation with correction for ties and continuity.</summary>
    Asymptotic,
}

/// <summary>Does the group see itself as its customers do? At ± 0.5 scale points.</summary>
public enum SelfOther
{
    /// <summary>The group's mean is higher by at least the margin.</summary>
    OverEstimation,

    /// <summary>The group's mean is lower by at least the margin.</summary>
    UnderEstimation,

    /// <summary>Neither.</summary>
    Agreement,
}

/// <summary>Where two means stand to the line at 3.5; the line itself is high.</summary>
public enum Quadrant
{
    /// <summary>Both are high.</summary>
    AgreedStrength,

    /// <summary>Only the group itself is high: a blind spot.</summary>
    BlindSpot,

    /// <summary>Only the customers are high: a hidden strength.</summary>
    HiddenStrength,

    /// <summary>Neither is high.</summary>
    AgreedWeakness,
}
