using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;

namespace SurveyGap.Analysis.Gaps;

/// <summary>How many answers would settle an open gap; definition at <see cref="AnswersNeeded"/>.</summary>
internal static class AnswersSearch
{
    /// <summary>More answers than this are no advice.</summary>
    private const long Most = 1_000_000;

    /// <summary>How far to look one by one for the smallest, before jumping.</summary>
    private const int OneByOne = 100;

    /// <summary>Null if the half-width is small enough already, or stays too large whatever the one group adds.</summary>
    public static AnswersNeeded? Of(Pair pair, bool census, Moments first, Moments second, double margin)
    {
        var v1 = census ? 0 : first.VarianceOfMean ?? 0;
        var secondIsLess = v1 <= (second.VarianceOfMean ?? 0);
        var (less, other) = secondIsLess ? (second, first) : (first, second);
        if (less.Variance is not { } variance)
            return null;

        var fixedPart = secondIsLess ? v1 : second.VarianceOfMean ?? 0;
        double HalfWidth(long n) => Distributions.StudentQuantile(
            fixedPart == 0 ? n - 1 : Welch.DegreesOfFreedom(fixedPart, other.N, variance / n, n)) * Math.Sqrt(fixedPart + (variance / n));

        if (HalfWidth(less.N) <= margin || Smallest(HalfWidth, less.N + 1, margin) is not { } total)
            return null;
        return new AnswersNeeded(secondIsLess ? pair.To : pair.From, total, total - less.N);
    }

    private static long? Smallest(Func<long, double> halfWidth, long from, double margin)
    {
        for (var n = from; n < from + OneByOne; n++)
        {
            if (halfWidth(n) <= margin)
                return n;
        }

        var (low, high) = (from + OneByOne - 1, 2 * (from + OneByOne));
        while (halfWidth(high) > margin)
        {
            if (high > Most)
                return null;
            (low, high) = (high, 2 * high);
        }

        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = halfWidth(middle) <= margin ? (low, middle) : (middle, high);
        }

        return high;
    }
}
