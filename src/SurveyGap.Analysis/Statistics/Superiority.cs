namespace SurveyGap.Analysis.Statistics;

/// <summary>
/// The probability of superiority: of all pairs of one person from each group, in how many the first rates higher.
/// </summary>
/// <param name="FirstHigher">Share of pairs in which the first is higher.</param>
/// <param name="Equal">Share of pairs that are equal.</param>
/// <param name="SecondHigher">Share of pairs in which the second is higher.</param>
/// <param name="Theta">θ = FirstHigher + Equal/2.</param>
/// <param name="U">θ·n₁·n₂.</param>
/// <param name="Ci">Interval of θ; null if a group has n &lt; 2 or nothing varies.</param>
/// <param name="CiMethod">How it was made; null with it.</param>
public sealed record Superiority(
    double FirstHigher, double Equal, double SecondHigher, double Theta, double U, Interval? Ci, SuperiorityMethod? CiMethod)
{
    /// <summary>Null if a group is empty.</summary>
    public static Superiority? Of(IReadOnlyList<long> first, IReadOnlyList<long> second)
    {
        var (n1, n2) = (first.Sum(), second.Sum());
        if (n1 == 0 || n2 == 0)
            return null;

        var pairs = (Int128)n1 * n2;
        Int128 equal = 0;
        for (var level = 0; level < first.Count; level++)
            equal += (Int128)first[level] * second[level];
        var twiceU = MannWhitney.TwiceU(first, second);
        var (ci, method) = CiOf(first, second, n1, n2, twiceU, pairs);
        return new Superiority(
            Fraction((twiceU - equal) / 2, pairs),
            Fraction(equal, pairs),
            Fraction(pairs - ((twiceU + equal) / 2), pairs),
            Fraction(twiceU, 2 * pairs),
            (double)twiceU / 2,
            ci,
            method);
    }

    private static (Interval? Ci, SuperiorityMethod? Method) CiOf(
        IReadOnlyList<long> first, IReadOnlyList<long> second, long n1, long n2, Int128 twiceU, Int128 pairs)
    {
        if (n1 < 2 || n2 < 2)
            return (null, null);

        // θ below a half keeps its digits where 1 − θ would lose them; the other side is the mirror image.
        if (twiceU > pairs)
        {
            var (mirrored, method) = CiOf(second, first, n2, n1, (2 * pairs) - twiceU, pairs);
            return (mirrored is null ? null : new Interval(1 - mirrored.High, 1 - mirrored.Low), method);
        }

        if (twiceU == 0)
            return (new Interval(0, UpperFromZero(n1, n2)), SuperiorityMethod.Newcombe2006Method5);
        return LogitT(first, second, n1, n2, Fraction(twiceU, 2 * pairs)) is { } interval
            ? (interval, SuperiorityMethod.LogitT)
            : (null, null);
    }

    /// <summary>
    /// Newcombe (2006) method 5 at θ̂ = 0: the root of θ² = z²V(θ) above 0, with
    /// V = θ(1 − θ)[1 + N*(1 − θ)/(2 − θ) + N*θ/(1 + θ)]/(n₁n₂) and N* = (n₁ + n₂)/2 − 1. One θ is divided out.
    /// </summary>
    private static double UpperFromZero(double n1, double n2)
    {
        var star = ((n1 + n2) / 2) - 1;
        var (low, high) = (0.0, 1.0);
        for (var middle = 0.5; middle > low && middle < high; middle = (low + high) / 2)
        {
            var variance = (1 - middle) * (1 + (star * (1 - middle) / (2 - middle)) + (star * middle / (1 + middle))) / n1 / n2;
            if (middle < Distributions.Z * Distributions.Z * variance)
                low = middle;
            else
                high = middle;
        }

        return high;
    }

    /// <summary>
    /// logit θ ± t(0.975, df)·√V/(θ(1 − θ)), transformed back. V = S₁²/n₁ + S₂²/n₂ from placements: for each person the share of the
    /// other group below (for the second group: above) plus half the ties, centred at θ (Brunner &amp; Munzel 2000).
    /// </summary>
    private static Interval? LogitT(IReadOnlyList<long> first, IReadOnlyList<long> second, long n1, long n2, double theta)
    {
        double scatter1 = 0, scatter2 = 0;
        long below2 = 0, above1 = n1;
        for (var level = 0; level < first.Count; level++)
        {
            above1 -= first[level];
            scatter1 += first[level] * Square(((below2 + (second[level] / 2.0)) / n2) - theta);
            scatter2 += second[level] * Square(((above1 + (first[level] / 2.0)) / n1) - theta);
            below2 += second[level];
        }

        var (v1, v2) = (scatter1 / (n1 - 1) / n1, scatter2 / (n2 - 1) / n2);
        if (v1 + v2 <= 0)
            return null;
        var df = Welch.DegreesOfFreedom(v1, n1, v2, n2);
        var half = Distributions.StudentQuantile(df) * Math.Sqrt(v1 + v2) / (theta * (1 - theta));
        var logit = Math.Log(theta / (1 - theta));
        return new Interval(Logistic(logit - half), Logistic(logit + half));
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double Square(double x) => x * x;

    private static double Fraction(Int128 part, Int128 whole) => (double)part / (double)whole;
}
