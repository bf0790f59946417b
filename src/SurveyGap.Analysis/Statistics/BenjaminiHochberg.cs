namespace SurveyGap.Analysis.Statistics;

/// <summary>Control of the false discovery rate in a family of tests (Benjamini &amp; Hochberg 1995).</summary>
public static class BenjaminiHochberg
{
    /// <summary>
    /// q(i) = min over j ≥ i of p(j)·m/j, at most 1, in input order. Null p values (withheld or untestable) stay null and are
    /// left out of m.
    /// </summary>
    public static IReadOnlyList<double?> Adjust(IReadOnlyList<double?> p)
    {
        var q = new double?[p.Count];
        int[] descending = [.. Enumerable.Range(0, p.Count).Where(i => p[i] is not null).OrderByDescending(i => p[i])];
        var (m, least) = (descending.Length, 1.0);
        for (var rank = m; rank >= 1; rank--)
        {
            var i = descending[m - rank];
            q[i] = least = Math.Min(least, p[i]!.Value * m / rank);
        }

        return q;
    }
}
