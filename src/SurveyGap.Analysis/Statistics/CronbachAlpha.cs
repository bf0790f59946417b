using SurveyGap.Analysis.Counts;

namespace SurveyGap.Analysis.Statistics;

/// <summary>Cronbach's (1951) alpha: do the questions of a dimension measure one thing?</summary>
public static class CronbachAlpha
{
    /// <summary>
    /// k/(k − 1)·(1 − Σ variances/variance of totals) over complete rows, with Feldt's (1965) interval
    /// 1 − (1 − α)·F(0.975; n − 1, (n − 1)(k − 1)) to 1 − (1 − α)·F(0.025; …).
    /// Alpha and interval are null if k &lt; 2, n &lt; 2 or the totals do not vary.
    /// </summary>
    public static Reliability Of(CompleteRows rows)
    {
        var (k, n) = (rows.Sums.Count, rows.Persons);
        var total = Scatter(n, rows.TotalSum, rows.TotalSumOfSquares);
        if (k < 2 || n < 2 || total == 0)
            return new Reliability(k, n, null, null);

        Int128 items = 0;
        for (var item = 0; item < k; item++)
            items += Scatter(n, rows.Sums[item], rows.SumsOfSquares[item]);

        // 1 − Σ/total in whole numbers: at an alpha near 1 the two nearly cancel.
        var alpha = k / (k - 1.0) * ((double)(total - items) / (double)total);
        var (df1, df2) = (n - 1.0, (n - 1.0) * (k - 1));
        return new Reliability(k, n, alpha, new Interval(
            1 - ((1 - alpha) * Distributions.FisherQuantile(0.975, df1, df2)),
            1 - ((1 - alpha) * Distributions.FisherQuantile(0.025, df1, df2))));
    }

    /// <summary>n(n − 1) times the variance.</summary>
    private static Int128 Scatter(long n, long sum, long squares) => ((Int128)n * squares) - ((Int128)sum * sum);
}
