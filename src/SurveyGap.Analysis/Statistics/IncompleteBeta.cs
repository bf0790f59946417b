using MathNet.Numerics;

namespace SurveyGap.Analysis.Statistics;

/// <summary>
/// The regularised incomplete beta function, by its continued fraction (DLMF 8.17.22, evaluated after Lentz) until it has converged: many
/// thousand degrees of freedom take more terms than MathNet allows itself.
/// </summary>
internal static class IncompleteBeta
{
    private const double Tiny = 1e-300;

    /// <summary>I(x; a, b). The caller gives 1 − x as well, so that neither end loses digits.</summary>
    public static double Of(double x, double complement, double a, double b)
    {
        if (x <= 0)
            return 0;
        if (complement <= 0)
            return 1;
        var front = Front(x, complement, a, b);
        return x < (a + 1) / (a + b + 2)
            ? front * Fraction(x, a, b) / a
            : 1 - (front * Fraction(complement, b, a) / b);
    }

    /// <summary>xᵃ(1 − x)ᵇ/B(a, b): also the derivative of I by ln(x/(1 − x)).</summary>
    public static double Front(double x, double complement, double a, double b) =>
        Math.Exp((a * Log(x, complement)) + (b * Log(complement, x)) - SpecialFunctions.BetaLn(a, b));

    // Near 1 the logarithm hangs on the digits of the complement.
    private static double Log(double x, double complement) => x > 0.5 ? SpecialFunctions.Log1p(-complement) : Math.Log(x);

    private static double Fraction(double x, double a, double b)
    {
        var c = 1.0;
        var d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var result = d;
        for (var m = 1; m < 1_000_000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            result *= d * c;
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            result *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15)
                return result;
        }

        return result;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
