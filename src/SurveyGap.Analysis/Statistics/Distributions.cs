using MathNet.Numerics;

namespace SurveyGap.Analysis.Statistics;

/// <summary>
/// Tails and quantiles of the distributions that the figures need. Tails are computed directly, never as 1 − p, so a p of 10⁻¹²
/// keeps its digits. Γ and the complementary error function are MathNet's; its quantiles stop at 8 digits of probability, ours at 13.
/// </summary>
public static class Distributions
{
    /// <summary>Φ⁻¹(0.975): 95 % of a normal distribution lie within ± this many standard deviations.</summary>
    public const double Z = 1.959963984540054;

    /// <summary>Above this many degrees of freedom Student's t is computed through Hill's expansion: relative error below 10⁻¹¹ there.</summary>
    private const double ManyDegrees = 500;

    /// <summary>P(|X| ≥ |z|) for a standard normal X.</summary>
    public static double NormalTwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Constants.Sqrt2);

    /// <summary>P(|T| ≥ |t|) for Student's t: the regularised incomplete beta function I(df/(df + t²); df/2, 1/2).</summary>
    /// <param name="t">Any finite value.</param>
    /// <param name="df">Degrees of freedom, at least 1 (fractions allowed).</param>
    public static double StudentTwoSided(double t, double df)
    {
        if (df > ManyDegrees)
            return NormalTwoSided(HillNormal(t, df));
        var square = t * t;
        return IncompleteBeta.Of(df / (df + square), square / (df + square), df / 2, 0.5);
    }

    /// <summary>t(0.975, df): P(|T| ≥ t) = 0.05.</summary>
    public static double StudentQuantile(double df)
    {
        // Newton, from the first terms of Fisher's expansion (which needs a few degrees of freedom). The tail is convex and
        // falling: from the first step on every t is below the root, and each step an improvement.
        var t = df < 3 ? Z : Z + (Z * ((Z * Z) + 1) / (4 * df));
        for (var step = 0; step < 100; step++)
        {
            var density = 2 * StudentDensity(t, df);
            var next = t + ((StudentTwoSided(t, df) - 0.05) / density);
            if (Math.Abs(next - t) <= 1e-14 * next)
                return next;
            t = next;
        }

        return t;
    }

    /// <summary>The quantile of Fisher's F for a lower tail of <paramref name="probability"/>.</summary>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    /// <param name="df1">Degrees of freedom of the numerator, at least 1.</param>
    /// <param name="df2">Degrees of freedom of the denominator, at least 1.</param>
    public static double FisherQuantile(double probability, double df1, double df2)
    {
        // P(F ≤ f) = I(x; df1/2, df2/2) with x = df1·f/(df1·f + df2). Newton on ln(x/(1 − x)), where both ends keep their digits,
        // from where a normal distribution of ln f would be; bisected wherever a step leaves the bracket.
        var (low, high) = (-700.0, 700.0);
        var at = Math.Log(df1 / df2) + (Math.Sign(probability - 0.5) * Z * Math.Sqrt((2 / df1) + (2 / df2)));
        for (var step = 0; step < 200; step++)
        {
            var excess = IncompleteBeta.Of(Logistic(at), Logistic(-at), df1 / 2, df2 / 2) - probability;
            (low, high) = excess < 0 ? (at, high) : (low, at);
            var next = at - (excess / IncompleteBeta.Front(Logistic(at), Logistic(-at), df1 / 2, df2 / 2));
            if (!(next > low && next < high))
                next = (low + high) / 2;
            if (Math.Abs(next - at) <= 1e-13)
                break;
            at = next;
        }

        return Math.Exp(at) * df2 / df1;
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double StudentDensity(double t, double df) =>
        Math.Exp((-(df + 1) / 2 * SpecialFunctions.Log1p(t * t / df)) - (Math.Log(df) / 2) - SpecialFunctions.BetaLn(df / 2, 0.5));

    /// <summary>The normal deviate with the same tail as t (Hill 1970, Algorithm 395, equation for many degrees of freedom).</summary>
    private static double HillNormal(double t, double df)
    {
        var a = df - 0.5;
        var b = 48 * a * a;
        var y = a * SpecialFunctions.Log1p(t * t / df);
        return ((((((((-0.4 * y) - 3.3) * y) - 24) * y) - 85.5) / ((0.8 * y * y) + 100 + b)) + y + 3) / b * Math.Sqrt(y)
            + Math.Sqrt(y);
    }
}
