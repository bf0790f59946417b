using System.Text.Json;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Tests;

/// <summary>What holds of the statistics of a pair whatever the counts.</summary>
public sealed class ComparisonPropertyTests
{
    private const double Close = 1e-9;

    [Fact]
    public void Swapping_the_groups_negates_and_mirrors() => Always.Holds(Always.Histogram, Always.Histogram, (a, b) =>
    {
        var (there, back) = (Compare(a, b), Compare(b, a));
        Negated(there.MeanDiff, back.MeanDiff);
        Negated(there.MeanDiffCi, back.MeanDiffCi);
        Negated(there.Top2DiffCi, back.Top2DiffCi);
        Negated(there.Top1DiffCi, back.Top1DiffCi);
        Negated(there.CliffsDelta, back.CliffsDelta);
        Negated(there.CliffsDeltaCi, back.CliffsDeltaCi);
        Same(there.WelchSe, back.WelchSe);
        Same(there.WelchDf, back.WelchDf);
        Same(there.P, back.P);
        Same(there.ProbFirstHigher, back.ProbSecondHigher);
        Same(there.ProbEqual, back.ProbEqual);
        if (there.ExcellentFactor is { Value: > 0, CiLow: > 0 } factor)
        {
            Same(1 / factor.Value, back.ExcellentFactor.Value);
            Assert.Equal(1 / factor.CiLow.Value, back.ExcellentFactor.CiHigh!.Value, Close * back.ExcellentFactor.CiHigh.Value);
        }
    });

    [Fact]
    public void A_constant_shift_of_everybody_moves_means_and_not_gaps() => Always.Holds(Always.Histogram, Always.Histogram, (a, b) =>
    {
        (a[4], b[4]) = (0, 0);
        var (before, after) = (Compare(a, b), Compare(Shifted(a), Shifted(b)));
        Same(Figures(a).Mean + 1, Figures(Shifted(a)).Mean);
        Same(before.MeanDiff, after.MeanDiff);
        Same(before.WelchSe, after.WelchSe);
        Same(before.WelchDf, after.WelchDf);
        Same(before.Superiority, after.Superiority);
        Same(before.P, after.P);
        Same(before.SuperiorityCi, after.SuperiorityCi);
    });

    [Fact]
    public void Intervals_contain_their_estimate() => Always.Holds(Always.AnyHistogram, Always.AnyHistogram, (a, b) =>
    {
        var (figures, pair) = (Figures(a), Compare(a, b));
        Contains(figures.MeanCi, figures.Mean);
        Contains(figures.Top2.Ci, figures.Top2.Share);
        Contains(figures.Top1.Ci, figures.Top1.Share);
        Contains(figures.Bottom2.Ci, figures.Bottom2.Share);
        Contains(pair.MeanDiffCi, pair.MeanDiff);
        Contains(pair.MeanDiffCiExecutivesFixed, pair.MeanDiff);
        Contains(pair.Top2DiffCi, pair.Top2Diff);
        Contains(pair.Top1DiffCi, pair.Top1Diff);
        Contains(pair.SuperiorityCi, pair.Superiority);
        if (pair.ExcellentFactor is { Status: RatioStatus.Ok } factor)
            Contains(new Interval(factor.CiLow!.Value, factor.CiHigh!.Value), factor.Value);
    });

    [Fact]
    public void Intervals_shrink_as_the_same_answers_become_more() => Always.Holds(Always.VaryingHistogram, Always.VaryingHistogram, (a, b) =>
    {
        var (few, many) = (Compare(a, b), Compare(Fourfold(a), Fourfold(b)));
        Narrower(Figures(a).MeanCi, Figures(Fourfold(a)).MeanCi);
        Narrower(Figures(a).Top2.Ci, Figures(Fourfold(a)).Top2.Ci);
        Narrower(few.MeanDiffCi, many.MeanDiffCi);
        Narrower(few.MeanDiffCiExecutivesFixed, many.MeanDiffCiExecutivesFixed);
        Narrower(few.Top2DiffCi, many.Top2DiffCi);
        Narrower(few.SuperiorityCi, many.SuperiorityCi);
    });

    [Fact]
    public void Nothing_is_ever_infinite_or_not_a_number() => Always.Holds(Always.AnyHistogram, Always.AnyHistogram, (a, b) =>
    {
        // Writing JSON throws on NaN and infinity.
        JsonSerializer.Serialize(new Ratings(a, b[0]).Figures(), FigureJson.Options);
        JsonSerializer.Serialize(Compare(a, b), FigureJson.Options);
        JsonSerializer.Serialize(Recommendations.Of([.. a, .. b, a[0]]), FigureJson.Options);
        JsonSerializer.Serialize(Spearman.Of([a, b, [.. a.Reverse()]]), FigureJson.Options);
        JsonSerializer.Serialize(FinitePopulation.Of(new Ratings(a, 0), a.Sum() + b[0]), FigureJson.Options);
        Assert.InRange(Compare(a, b).P ?? 0, 0, 1);
    }, times: 2000);

    private static RatingComparison Compare(long[] a, long[] b) =>
        Comparisons.Of(Audience.Executive, new Ratings(a, 0), Audience.Customer, new Ratings(b, 0), Thresholds.Default);

    private static RatingFigures Figures(long[] counts) => new Ratings(counts, 0).Figures();

    private static long[] Shifted(long[] counts) => [0, .. counts[..4]];

    private static long[] Fourfold(long[] counts) => [.. counts.Select(count => 4 * count)];

    private static void Same(double? left, double? right)
    {
        Assert.Equal(left is null, right is null);
        if (left is { } value)
            Assert.Equal(value, right!.Value, Close);
    }

    private static void Same(Interval? left, Interval? right)
    {
        Same(left?.Low, right?.Low);
        Same(left?.High, right?.High);
    }

    private static void Negated(double? there, double? back) => Same(there, -back);

    private static void Negated(Interval? there, Interval? back) => Same(there, back is null ? null : new Interval(-back.High, -back.Low));

    private static void Contains(Interval? interval, double? estimate)
    {
        if (interval is not null)
            Assert.InRange(estimate!.Value, interval.Low - Close, interval.High + Close);
    }

    private static void Narrower(Interval? few, Interval? many)
    {
        if (few is not null)
            Assert.True(many!.HalfWidth <= few.HalfWidth + Close, $"{many} is wider than {few}");
    }
}
