namespace SurveyGap.Analysis.Statistics;

/// <summary>A difference of two means whose variances may differ.</summary>
/// <param name="Se">√(s₁²/n₁ + s₂²/n₂) (Welch 1947).</param>
/// <param name="Df">Degrees of freedom (Satterthwaite 1946).</param>
/// <param name="Ci">Difference ± t(0.975, df)·se, clipped to the range of the difference.</param>
/// <param name="P">Two-sided p of difference/se.</param>
public sealed record Welch(double Se, double Df, Interval Ci, double P)
{
    /// <summary>
    /// Both groups are samples. Null if a group has n &lt; 2, or if neither varies. One constant group is allowed: its variance is 0.
    /// </summary>
    /// <param name="diff">The difference of the means; null gives null.</param>
    /// <param name="first">The first group.</param>
    /// <param name="second">The second group.</param>
    /// <param name="range">The greatest absolute difference that the scale allows.</param>
    public static Welch? Of(double? diff, Moments first, Moments second, double range = 4)
    {
        if (diff is not { } points || first.VarianceOfMean is not { } v1 || second.VarianceOfMean is not { } v2 || v1 + v2 <= 0)
            return null;
        return Of(points, Math.Sqrt(v1 + v2), DegreesOfFreedom(v1, first.N, v2, second.N), range);
    }

    /// <summary>The first group is complete, its mean a fact: only the second varies. Null if it has n &lt; 2 or does not vary.</summary>
    /// <param name="diff">The difference of the means; null gives null.</param>
    /// <param name="second">The sample.</param>
    /// <param name="range">The greatest absolute difference that the scale allows.</param>
    public static Welch? FirstFixed(double? diff, Moments second, double range = 4) =>
        diff is { } points && second.VarianceOfMean is { } variance && variance > 0
            ? Of(points, Math.Sqrt(variance), second.N - 1, range)
            : null;

    /// <summary>(v₁ + v₂)²/(v₁²/(n₁ − 1) + v₂²/(n₂ − 1)), written with the share of each variance so that nothing underflows.</summary>
    internal static double DegreesOfFreedom(double v1, double n1, double v2, double n2)
    {
        var (share1, share2) = (v1 / (v1 + v2), v2 / (v1 + v2));
        return 1 / ((share1 * share1 / (n1 - 1)) + (share2 * share2 / (n2 - 1)));
    }

    private static Welch Of(double diff, double se, double df, double range) => new(
        se,
        df,
        Interval.Around(diff, Distributions.StudentQuantile(df) * se, -range, range),
        Distributions.StudentTwoSided(diff / se, df));
}
