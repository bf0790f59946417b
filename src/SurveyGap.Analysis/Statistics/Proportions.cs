namespace SurveyGap.Analysis.Statistics;

/// <summary>Shares x/n, their differences and ratios, with 95 % intervals that hold for small n and at 0 and n.</summary>
public static class Proportions
{
    private const double Z = Distributions.Z;

    /// <summary>A share with its Wilson interval; share and interval are null if n = 0.</summary>
    public static ShareFigures Share(long x, long n) => new(x, n == 0 ? null : (double)x / n, n == 0 ? null : Wilson(x, n));

    /// <summary>
    /// Wilson's (1927) score interval without continuity correction (Newcombe 1998, method 3):
    /// (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²))/(1 + z²/n); exactly 0 below if x = 0, exactly 1 above if x = n.
    /// </summary>
    /// <param name="x">How many, 0 to n; a fraction for an effective sample size.</param>
    /// <param name="n">Of how many, above 0.</param>
    public static Interval Wilson(double x, double n)
    {
        var p = x / n;
        var centre = p + (Z * Z / (2 * n));
        var half = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        var scale = 1 + (Z * Z / n);
        return new Interval(
            x <= 0 ? 0 : Math.Clamp((centre - half) / scale, 0, 1),
            x >= n ? 1 : Math.Clamp((centre + half) / scale, 0, 1));
    }

    /// <summary>
    /// p₁ − p₂ with Newcombe's (1998) method 10: lower d − √((p₁ − l₁)² + (u₂ − p₂)²), upper d + √((u₁ − p₁)² + (p₂ − l₂)²),
    /// l and u being Wilson's limits. Both null if a group is empty.
    /// </summary>
    public static (double? Diff, Interval? Ci) Difference(long x1, long n1, long x2, long n2)
    {
        if (n1 == 0 || n2 == 0)
            return (null, null);
        var (p1, p2) = ((double)x1 / n1, (double)x2 / n2);
        var (first, second) = (Wilson(x1, n1), Wilson(x2, n2));
        var diff = p1 - p2;
        return (diff, new Interval(
            Math.Clamp(diff - Hypotenuse(p1 - first.Low, second.High - p2), -1, 1),
            Math.Clamp(diff + Hypotenuse(first.High - p1, p2 - second.Low), -1, 1)));
    }

    /// <summary>
    /// p₁/p₂ with MOVER-R limits from Wilson's (Donner &amp; Zou 2012; Newcombe 2016), in a form that keeps its sign where the
    /// textbook fraction changes it: with P = p₁p₂ and b(x, p) = x(2p − x), lower = b(l₁, p₁)/(P + √(P² − b(l₁, p₁)·b(u₂, p₂))),
    /// upper = (P + √(P² − b(u₁, p₁)·b(l₂, p₂)))/b(l₂, p₂). <see cref="RatioFigures.Status"/> says why something is null.
    /// </summary>
    public static RatioFigures Ratio(long x1, long n1, long x2, long n2)
    {
        if (n1 == 0 || n2 == 0)
            return new RatioFigures(null, null, null, RatioStatus.NoData);
        if (x1 == 0 && x2 == 0)
            return new RatioFigures(null, null, null, RatioStatus.BothZero);

        var (p1, p2) = ((double)x1 / n1, (double)x2 / n2);
        var (first, second) = (Wilson(x1, n1), Wilson(x2, n2));
        var product = p1 * p2;
        var below = B(first.Low, p1);
        var low = x1 == 0 ? 0 : below / (product + Root(product, below * B(second.High, p2)));
        if (x2 == 0)
            return new RatioFigures(null, low, null, RatioStatus.DenominatorZero);

        var above = B(second.Low, p2);
        return new RatioFigures(p1 / p2, low, (product + Root(product, B(first.High, p1) * above)) / above, RatioStatus.Ok);
    }

    private static double B(double x, double p) => x * ((2 * p) - x);

    // b(x, p) ≤ p², so only rounding can make the difference negative.
    private static double Root(double product, double subtracted) => Math.Sqrt(Math.Max(0, (product * product) - subtracted));

    private static double Hypotenuse(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
