using System.Text.Json.Serialization;

namespace SurveyGap.Analysis.Statistics;

/// <summary>Ratings of a sample from a group of known size: the more of it answered, the less is left to chance.</summary>
/// <param name="N">How many rated.</param>
/// <param name="Population">Size of the whole group.</param>
/// <param name="Mean">Mean rating (1 to 5); null if n = 0.</param>
/// <param name="Top2Share">Share good or excellent (0 to 1); null if n = 0.</param>
/// <param name="Census">All answered (n ≥ N): no sampling error, no intervals.</param>
/// <param name="Fpc">√(1 − n/N), 0 in a census.</param>
/// <param name="MeanCi">t interval of the mean, its half-width multiplied by fpc; null in a census, if n &lt; 2 or sd = 0.</param>
/// <param name="NStar">n(N − 1)/(N − n), the sample size that Wilson's interval is given; null in a census or if n = 0.</param>
/// <param name="Top2Ci">Wilson interval with n*; null with it.</param>
public sealed record FinitePopulation(
    long N, [property: JsonPropertyName("N")] long Population, double? Mean, double? Top2Share, bool Census, double Fpc, Interval? MeanCi, double? NStar, Interval? Top2Ci)
{
    /// <summary>The figures of <paramref name="ratings"/> from a group of <paramref name="population"/> persons.</summary>
    public static FinitePopulation Of(Ratings ratings, long population)
    {
        var (n, moments) = (ratings.N, ratings.Moments);
        var census = n >= population;
        var fpc = census ? 0 : Math.Sqrt(1 - ((double)n / population));
        double? share = n == 0 ? null : (double)ratings.Top2 / n;
        double? star = census || n == 0 ? null : (double)n * (population - 1) / (population - n);
        var half = census ? null : moments.HalfWidth * fpc;
        return new FinitePopulation(
            n,
            population,
            moments.Mean,
            share,
            census,
            fpc,
            half is { } width ? Interval.Around(moments.Mean!.Value, width, 1, 5) : null,
            star,
            star is { } effective ? Proportions.Wilson(share!.Value * effective, effective) : null);
    }
}
