namespace SurveyGap.Analysis.Statistics;

/// <summary>Spearman's rank correlation from a joint histogram.</summary>
public static class Spearman
{
    /// <summary>Pearson's correlation of mid-ranks; definition and null rules at <see cref="Correlation"/>.</summary>
    /// <param name="joint">[x][y]: how many gave both; both ascending. Pairs that lack one are not in it.</param>
    public static Correlation Of(IReadOnlyList<IReadOnlyList<long>> joint)
    {
        long[] rows = [.. joint.Select(row => row.Sum())];
        long[] columns = [.. Enumerable.Range(0, joint.Count == 0 ? 0 : joint[0].Count).Select(y => joint.Sum(row => row[y]))];
        var n = rows.Sum();
        var (x, y) = (CentredRanks(rows, n), CentredRanks(columns, n));
        var (sxx, syy) = (SquaresOf(rows, x), SquaresOf(columns, y));
        if (n < 4 || sxx <= 0 || syy <= 0)
            return new Correlation(n, null, null);

        var sxy = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = 0; j < y.Length; j++)
                sxy += joint[i][j] * x[i] * y[j];
        }

        var rho = Math.Clamp(sxy / Math.Sqrt(sxx) / Math.Sqrt(syy), -1, 1);
        return new Correlation(n, rho, CiOf(rho, n));
    }

    private static Interval? CiOf(double rho, long n)
    {
        // Rounding leaves a perfect correlation this close to 1.
        if (Math.Abs(rho) > 1 - 1e-12)
            return null;
        var half = Distributions.Z * Math.Sqrt((1 + (rho * rho / 2)) / (n - 3));
        return new Interval(Math.Tanh(Math.Atanh(rho) - half), Math.Tanh(Math.Atanh(rho) + half));
    }

    /// <summary>Mid-rank minus the mean rank, by level.</summary>
    private static double[] CentredRanks(long[] counts, long n)
    {
        var ranks = new double[counts.Length];
        var below = 0L;
        for (var level = 0; level < counts.Length; level++)
        {
            ranks[level] = ((2 * below) + counts[level] - n) / 2.0;
            below += counts[level];
        }

        return ranks;
    }

    private static double SquaresOf(long[] counts, double[] ranks) => counts.Zip(ranks, (count, rank) => count * rank * rank).Sum();
}
