using SurveyGap.Analysis.Statistics;

namespace SurveyGap.Analysis.Tests;

/// <summary>Tails and quantiles against tables and closed forms.</summary>
public sealed class DistributionTests
{
    [Theory]
    [InlineData(1, 12.706204736174705)]
    [InlineData(2, 4.302652729749464)]
    [InlineData(5, 2.5705818356363141)]
    [InlineData(10, 2.2281388519862747)]
    [InlineData(30, 2.0422724563012373)]
    [InlineData(1000, 1.9623390808264078)]
    public void Students_quantile_is_that_of_the_tables(double df, double expected) =>
        Assert.Equal(expected, Distributions.StudentQuantile(df), 1e-12);

    [Fact]
    public void Students_tail_keeps_its_digits_far_out()
    {
        foreach (var t in new[] { 0.1, 1, 5, 1e3, 1e6, 1e9 })
        {
            Relative(2 / Math.PI * Math.Atan(1 / t), Distributions.StudentTwoSided(t, 1));
            var root = Math.Sqrt(2 + (t * t));
            Relative(2 / (root * (root + t)), Distributions.StudentTwoSided(t, 2));
        }
    }

    [Fact]
    public void Students_tail_has_no_step_where_the_method_changes()
    {
        foreach (var t in new[] { 0.5, 1.96, 4, 7 })
            Relative(Distributions.StudentTwoSided(t, 500), Distributions.StudentTwoSided(t, 500.0000001), 1e-9);
        Assert.Equal(Distributions.StudentQuantile(500), Distributions.StudentQuantile(500.0000001), 1e-9);
        Assert.Equal(Distributions.Z, Distributions.StudentQuantile(1e12), 1e-10);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1.959963984540054, 0.05)]
    [InlineData(7, 2.559625087771670e-12)]
    public void The_normal_tail_is_that_of_the_tables(double z, double expected) =>
        Relative(expected, Distributions.NormalTwoSided(z), 1e-12);

    [Fact]
    public void Fishers_quantile_with_two_degrees_above_has_a_closed_form()
    {
        foreach (var df2 in new[] { 1.0, 7, 240, 1e6 })
        {
            foreach (var probability in new[] { 0.025, 0.975 })
                Relative((Math.Pow(1 - probability, -2 / df2) - 1) * df2 / 2, Distributions.FisherQuantile(probability, 2, df2), 1e-9);
        }
    }

    [Fact]
    public void Fishers_quantiles_swap_with_their_degrees_of_freedom()
    {
        foreach (var (df1, df2) in new[] { (3.0, 9.0), (29, 174), (5_000, 30_000), (200_000, 1e6), (1e9, 3e9) })
            Relative(1 / Distributions.FisherQuantile(0.025, df2, df1), Distributions.FisherQuantile(0.975, df1, df2), 1e-9);
    }

    private static void Relative(double expected, double actual, double tolerance = 1e-11) =>
        Assert.Equal(expected, actual, tolerance * Math.Abs(expected));
}
