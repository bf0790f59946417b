namespace SurveyGap.Analysis.Statistics;

/// <summary>
/// The exact Mann-Whitney test, conditional on the pooled ties. Under the hypothesis the smaller group (m persons) is a random
/// draw from the pool, so its allocation to the levels is multivariate hypergeometric; p is the sum over all allocations whose
/// |U − n₁n₂/2| is at least the observed one. Five levels and m ≤ 20 make at most 10,626 allocations, whatever the other group's size.
/// </summary>
internal sealed class ExactRanks
{
    private readonly int _m;
    private readonly int _last;

    /// <summary>[level][a]: (t)ₐ/(Nᵃ·a!) for a of the level's t persons. A product over all levels is at least 10⁻²¹⁹: nothing underflows.</summary>
    private readonly double[][] _weights;

    /// <summary>[level]: what one person there adds to 2U + m², whose centre is m·N. Below 10¹² for groups of 10⁹ a level.</summary>
    private readonly long[] _ranks;
    private readonly long _centre;
    private readonly long _observed;

    private ExactRanks(IReadOnlyList<long> small, long[] ties)
    {
        var pool = ties.Sum();
        _m = (int)small.Sum();
        _last = ties.Length - 1;
        _weights = [.. ties.Select(tied => Weights(tied, pool))];
        _ranks = new long[ties.Length];
        var below = 0L;
        for (var level = 0; level < ties.Length; level++)
        {
            _ranks[level] = (2 * below) + ties[level];
            below += ties[level];
        }

        _centre = _m * pool;
        _observed = Math.Abs(small.Select((count, level) => count * _ranks[level]).Sum() - _centre);
    }

    /// <summary>The two-sided p.</summary>
    /// <param name="small">The smaller group, at most 20.</param>
    /// <param name="large">The other one.</param>
    public static double P(IReadOnlyList<long> small, IReadOnlyList<long> large)
    {
        long[] ties = [.. small.Zip(large, (a, b) => a + b)];
        var test = new ExactRanks(small, ties);

        // The weights of all allocations add up to the pool's own (Vandermonde).
        var all = test.Weights(ties.Sum(), ties.Sum())[test._m];
        return Math.Min(1, test.Tail(level: 0, test._m, weight: 1, sum: 0) / all);
    }

    private double Tail(int level, int left, double weight, long sum)
    {
        var (weights, tail) = (_weights[level], 0.0);
        if (level < _last - 1)
        {
            for (var here = 0; here <= left && weights[here] > 0; here++)
                tail += Tail(level + 1, left - here, weight * weights[here], sum + (here * _ranks[level]));
            return tail;
        }

        // What is not on the last level but one is on the last.
        var (rest, rank, step) = (_weights[_last], sum + (left * _ranks[_last]) - _centre, _ranks[level] - _ranks[_last]);
        for (var here = 0; here <= left && weights[here] > 0; here++, rank += step)
        {
            if (Math.Abs(rank) >= _observed)
                tail += weights[here] * rest[left - here];
        }

        return weight * tail;
    }

    private double[] Weights(double tied, double pool)
    {
        var weights = new double[_m + 1];
        weights[0] = 1;
        for (var a = 1; a <= _m; a++)
            weights[a] = tied < a ? 0 : weights[a - 1] * (tied - a + 1) / pool / a;
        return weights;
    }
}
