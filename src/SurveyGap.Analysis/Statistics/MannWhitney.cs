namespace SurveyGap.Analysis.Statistics;

/// <summary>The two-sided Mann-Whitney (1947) test on two histograms over the same ordered levels.</summary>
/// <param name="P">The p value, 0 to 1.</param>
/// <param name="Method">Exact if the smaller group has at most 20, else asymptotic.</param>
public sealed record MannWhitney(double P, PMethod Method)
{
    /// <summary>Up to this size of the smaller group the test is exact.</summary>
    public const int ExactUpTo = 20;

    /// <summary>The test; null if a group is empty.</summary>
    public static MannWhitney? Of(IReadOnlyList<long> first, IReadOnlyList<long> second)
    {
        var (n1, n2) = (first.Sum(), second.Sum());
        if (n1 == 0 || n2 == 0)
            return null;
        if (Math.Min(n1, n2) > ExactUpTo)
            return new MannWhitney(Asymptotic(first, second, n1, n2), PMethod.Asymptotic);
        return new MannWhitney(n1 <= n2 ? ExactRanks.P(first, second) : ExactRanks.P(second, first), PMethod.Exact);
    }

    /// <summary>2U: for each pair 2 if the first is higher, 1 if equal.</summary>
    internal static Int128 TwiceU(IReadOnlyList<long> first, IReadOnlyList<long> second)
    {
        Int128 twice = 0, below = 0;
        for (var level = 0; level < first.Count; level++)
        {
            twice += first[level] * ((2 * below) + second[level]);
            below += second[level];
        }

        return twice;
    }

    /// <summary>
    /// z = max(0, |U − n₁n₂/2| − 0.5)/σ with σ² = n₁n₂/12·((N + 1) − Σ(t³ − t)/(N(N − 1))), t the ties of each level; σ = 0 gives 1.
    /// The bracket is summed in whole numbers: its two terms nearly cancel where almost all are tied.
    /// </summary>
    private static double Asymptotic(IReadOnlyList<long> first, IReadOnlyList<long> second, long n1, long n2)
    {
        Int128 n = (Int128)n1 + n2;
        var untied = (n * n * n) - n;
        for (var level = 0; level < first.Count; level++)
        {
            Int128 ties = (Int128)first[level] + second[level];
            untied -= (ties * ties * ties) - ties;
        }

        if (untied == 0)
            return 1;
        var variance = (double)((Int128)n1 * n2) / 12 * ((double)untied / (double)(n * (n - 1)));
        var distance = (double)Int128.Abs(TwiceU(first, second) - ((Int128)n1 * n2)) / 2;
        return Distributions.NormalTwoSided(Math.Max(0, distance - 0.5) / Math.Sqrt(variance));
    }
}
