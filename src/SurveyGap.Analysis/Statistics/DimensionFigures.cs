namespace SurveyGap.Analysis.Statistics;

/// <summary>What one group says on one dimension. Scale points from 1 to 5; shares from 0 to 1; null means not defined.</summary>
public sealed record DimensionFigures
{
    /// <summary>How many persons have a mean (at least half of the questions answered); null where <see cref="FromShownQuestions"/>.</summary>
    public required long? NScored { get; init; }

    /// <summary>Mean of the persons' means; where <see cref="FromShownQuestions"/>, the mean of the shown questions' means. Null if nobody is scored.</summary>
    public required double? Mean { get; init; }

    /// <summary>Standard deviation over persons, divisor n − 1; null if n &lt; 2 or <see cref="FromShownQuestions"/>.</summary>
    public required double? Sd { get; init; }

    /// <summary>Mean ± t(0.975, n − 1)·sd/√n, clipped to [1, 5]; null if sd is null or 0.</summary>
    public required Interval? MeanCi { get; init; }

    /// <summary>Unweighted mean of the shown questions' shares good or excellent; null if no question has an answer.</summary>
    public required double? Top2Share { get; init; }

    /// <summary>
    /// Whether some question of the dimension is withheld here. Then the persons' means would tell what is withheld,
    /// and the figures are made of the shown questions alone, without n, spread or interval.
    /// </summary>
    public required bool FromShownQuestions { get; init; }
}

/// <summary>Two groups on one dimension, first minus second, before any rule of display. Null means not defined.</summary>
public sealed record DimensionComparison
{
    /// <summary>Difference of the means (scale points).</summary>
    public required double? MeanDiff { get; init; }

    /// <summary>√(s₁²/n₁ + s₂²/n₂) over persons; null if a group has n &lt; 2 or the value is 0.</summary>
    public required double? WelchSe { get; init; }

    /// <summary>Satterthwaite's degrees of freedom; null with <see cref="WelchSe"/>.</summary>
    public required double? WelchDf { get; init; }

    /// <summary>Welch's interval, clipped to [−4, 4]; null with <see cref="WelchSe"/>.</summary>
    public required Interval? MeanDiffCi { get; init; }

    /// <summary>Two-sided p of Welch's t; null with <see cref="WelchSe"/>.</summary>
    public required double? PWelch { get; init; }

    /// <summary>Interval with the executives as a census; null unless the first are executives, n₂ ≥ 2 and s₂ &gt; 0.</summary>
    public required Interval? MeanDiffCiExecutivesFixed { get; init; }

    /// <summary>Two-sided p of the one-sample t; null with <see cref="MeanDiffCiExecutivesFixed"/>.</summary>
    public required double? PExecutivesFixed { get; init; }

    /// <summary>Difference of the top-2 shares (−1 to 1); no interval.</summary>
    public required double? Top2Diff { get; init; }

    /// <summary>The differences alone, where the groups are too small for more than a description.</summary>
    internal DimensionComparison WithoutInference() => new()
    {
        MeanDiff = MeanDiff,
        WelchSe = null,
        WelchDf = null,
        MeanDiffCi = null,
        PWelch = null,
        MeanDiffCiExecutivesFixed = null,
        PExecutivesFixed = null,
        Top2Diff = Top2Diff,
    };
}
