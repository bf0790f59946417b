using SurveyGap.Analysis.Statistics;

namespace SurveyGap.Analysis.Tests;

/// <summary>The exact test against the definition, spelled out draw by draw.</summary>
public sealed class MannWhitneyTests
{
    [Fact]
    public void The_exact_p_counts_all_draws_of_the_pool() => Always.Holds(
        FsCheck.Fluent.Gen.ArrayOf(FsCheck.Fluent.Gen.Choose(0, 2), 5), FsCheck.Fluent.Gen.ArrayOf(FsCheck.Fluent.Gen.Choose(0, 2), 5), (a, b) =>
        {
            if (a.Sum() == 0 || b.Sum() == 0)
                return;
            Assert.Equal(ByEnumeration(a, b), MannWhitney.Of(Longs(a), Longs(b))!.P, 1e-10);
        }, times: 60);

    [Fact]
    public void A_tiny_exact_p_keeps_its_digits()
    {
        // All five of one group above a million of the other: two of the C(1000005, 5) draws are as extreme.
        var draws = 1.0;
        for (var i = 0; i < 5; i++)
            draws *= (1_000_005.0 - i) / (i + 1);
        var p = MannWhitney.Of([0, 0, 0, 0, 5], [1_000_000, 0, 0, 0, 0])!.P;
        Assert.Equal(1 / draws, p, 1e-12 / draws);
    }

    [Fact]
    public void Beyond_twenty_the_approximation_takes_over_without_a_jump()
    {
        var exact = MannWhitney.Of([2, 4, 6, 6, 2], [60, 90, 80, 40, 10])!;
        var approximate = MannWhitney.Of([2, 4, 6, 6, 3], [60, 90, 80, 40, 10])!;
        Assert.Equal((PMethod.Exact, PMethod.Asymptotic), (exact.Method, approximate.Method));
        Assert.InRange(approximate.P / exact.P, 0.2, 1.2);
    }

    private static long[] Longs(int[] counts) => [.. counts.Select(count => (long)count)];

    /// <summary>Every subset of the pool of the first group's size is equally likely.</summary>
    private static double ByEnumeration(int[] a, int[] b)
    {
        var pool = Enumerable.Range(0, 5).SelectMany(level => Enumerable.Repeat(level, a[level] + b[level])).ToArray();
        var (n, m) = (pool.Length, a.Sum());
        var observed = Distance(Enumerable.Range(0, 5).SelectMany(level => Enumerable.Repeat(level, a[level])), pool, m);
        int[][] draws = n > 16 ? [] : [.. Draws(n, m)];
        if (draws.Length == 0)
            return MannWhitney.Of(Longs(a), Longs(b))!.P;
        return (double)draws.Count(draw => Distance(draw.Select(i => pool[i]), pool, m) >= observed - 1e-7) / draws.Length;
    }

    private static double Distance(IEnumerable<int> drawn, int[] pool, int m)
    {
        var ranks = drawn.Sum(level => pool.Count(other => other < level) + ((pool.Count(other => other == level) + 1) / 2.0));
        return Math.Abs(ranks - (m * (pool.Length + 1) / 2.0));
    }

    private static IEnumerable<int[]> Draws(int n, int m) => Enumerable.Range(0, 1 << n)
        .Where(set => int.PopCount(set) == m)
        .Select(set => Enumerable.Range(0, n).Where(i => (set >> i & 1) == 1).ToArray());
}
