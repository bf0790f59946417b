using System.Numerics;
using SurveyGap.Analysis.Counts;

namespace SurveyGap.Analysis.Statistics;

/// <summary>Number, mean and variance of a sample, from exact sums: the variance of a constant sample is 0 and not nearly 0.</summary>
/// <param name="N">How many values.</param>
/// <param name="Mean">Their mean; null if there is none.</param>
/// <param name="Variance">Sample variance, divisor n − 1; null if n &lt; 2.</param>
public sealed record Moments(long N, double? Mean, double? Variance)
{
    /// <summary>Standard deviation; null if n &lt; 2.</summary>
    public double? Sd => Variance is { } variance ? Math.Sqrt(variance) : null;

    /// <summary>Variance of the mean, s²/n; null if n &lt; 2.</summary>
    public double? VarianceOfMean => Variance / N;

    /// <summary>Moments of a histogram whose entries stand for first, first + 1, …</summary>
    public static Moments Of(IReadOnlyList<long> counts, int first = 1)
    {
        Int128 n = 0, sum = 0, squares = 0;
        for (var i = 0; i < counts.Count; i++)
        {
            Int128 value = first + i;
            n += counts[i];
            sum += value * counts[i];
            squares += value * value * counts[i];
        }

        return Of((long)n, (double)sum, (double)((n * squares) - (sum * sum)), 1);
    }

    /// <summary>Moments of the persons' means of a dimension, brought to one denominator first.</summary>
    public static Moments Of(DimensionSums sums)
    {
        var denominator = sums.ByAnswered.Aggregate(BigInteger.One, (common, of) => Common(common, of.Answered));
        BigInteger n = 0, sum = 0, squares = 0;
        foreach (var (answered, persons, total, totalSquares) in sums.ByAnswered)
        {
            var factor = denominator / answered;
            n += persons;
            sum += factor * total;
            squares += factor * factor * totalSquares;
        }

        return Of((long)n, (double)sum, (double)((n * squares) - (sum * sum)), (double)denominator);
    }

    /// <summary>t(0.975, n − 1)·s/√n; null if n &lt; 2 or s = 0.</summary>
    public double? HalfWidth => field ??= VarianceOfMean is { } variance && variance > 0
        ? Distributions.StudentQuantile(N - 1) * Math.Sqrt(variance)
        : null;

    /// <summary>Mean ± <see cref="HalfWidth"/>, clipped; null with it.</summary>
    public Interval? MeanInterval(double least, double greatest) =>
        Mean is { } mean && HalfWidth is { } half ? Interval.Around(mean, half, least, greatest) : null;

    private static Moments Of(long n, double sum, double scatter, double unit) => new(
        n,
        n == 0 ? null : sum / n / unit,
        n < 2 ? null : scatter / n / (n - 1) / unit / unit);

    private static BigInteger Common(BigInteger left, BigInteger right) =>
        left / BigInteger.GreatestCommonDivisor(left, right) * right;
}
