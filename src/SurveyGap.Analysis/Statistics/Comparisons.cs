using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Statistics;

/// <summary>All statistics of a pair of groups.</summary>
public static class Comparisons
{
    /// <summary>
    /// Absorbs what floating point leaves of a gap of exactly the margin, such as 4.0 − 3.5 computed from thirds.
    /// </summary>
    private const double Tolerance = 1e-9;

    /// <summary>Two groups on one question, first minus second; see <see cref="RatingComparison"/> for each definition.</summary>
    /// <param name="from">Who the first group is: executives can be a census.</param>
    /// <param name="first">The first group.</param>
    /// <param name="to">Who the second group is: only customers give a self-other category and a quadrant.</param>
    /// <param name="second">The second group.</param>
    /// <param name="thresholds">Margin and line of «high».</param>
    public static RatingComparison Of(Audience from, Ratings first, Audience to, Ratings second, Thresholds thresholds)
    {
        var diff = first.Minus(second);
        var welch = Welch.Of(diff, first.Moments, second.Moments);
        var census = from == Audience.Executive ? Welch.FirstFixed(diff, second.Moments) : null;
        var top2 = Proportions.Difference(first.Top2, first.N, second.Top2, second.N);
        var top1 = Proportions.Difference(first.Top1, first.N, second.Top1, second.N);
        var superiority = Superiority.Of(first.Counts, second.Counts);
        var test = MannWhitney.Of(first.Counts, second.Counts);
        return new RatingComparison
        {
            MeanDiff = diff,
            WelchSe = welch?.Se,
            WelchDf = welch?.Df,
            MeanDiffCi = welch?.Ci,
            MeanDiffCiExecutivesFixed = census?.Ci,
            PExecutivesFixed = census?.P,
            Top2Diff = top2.Diff,
            Top2DiffCi = top2.Ci,
            Top1Diff = top1.Diff,
            Top1DiffCi = top1.Ci,
            ExcellentFactor = Proportions.Ratio(first.Top1, first.N, second.Top1, second.N),
            ProbFirstHigher = superiority?.FirstHigher,
            ProbEqual = superiority?.Equal,
            ProbSecondHigher = superiority?.SecondHigher,
            Superiority = superiority?.Theta,
            SuperiorityCi = superiority?.Ci,
            SuperiorityCiMethod = superiority?.CiMethod,
            CliffsDelta = (2 * superiority?.Theta) - 1,
            CliffsDeltaCi = superiority?.Ci is { } ci ? new Interval((2 * ci.Low) - 1, (2 * ci.High) - 1) : null,
            MannWhitneyU = superiority?.U,
            P = test?.P,
            PMethod = test?.Method,
            SelfOther = to == Audience.Customer && diff is { } points ? Category(points, thresholds) : null,
            Quadrant = to == Audience.Customer && first.Moments.Mean is { } mine && second.Moments.Mean is { } theirs
                ? QuadrantOf(mine, theirs, thresholds)
                : null,
        };
    }

    /// <summary>Two groups on one dimension, first minus second, over persons' means; see <see cref="DimensionComparison"/>.</summary>
    /// <param name="from">Who the first group is: executives can be a census.</param>
    /// <param name="first">The first group's persons' means.</param>
    /// <param name="second">The second group's persons' means.</param>
    /// <param name="top2Diff">Difference of the top-2 shares of the dimension.</param>
    public static DimensionComparison Of(Audience from, Moments first, Moments second, double? top2Diff)
    {
        var diff = first.Mean - second.Mean;
        var welch = Welch.Of(diff, first, second);
        var census = from == Audience.Executive ? Welch.FirstFixed(diff, second) : null;
        return new DimensionComparison
        {
            MeanDiff = diff,
            WelchSe = welch?.Se,
            WelchDf = welch?.Df,
            MeanDiffCi = welch?.Ci,
            PWelch = welch?.P,
            MeanDiffCiExecutivesFixed = census?.Ci,
            PExecutivesFixed = census?.P,
            Top2Diff = top2Diff,
        };
    }

    /// <summary>Over- or underestimation at ± the margin.</summary>
    public static SelfOther Category(double diff, Thresholds thresholds) =>
        diff >= thresholds.Margin - Tolerance ? SelfOther.OverEstimation
        : diff <= -thresholds.Margin + Tolerance ? SelfOther.UnderEstimation
        : SelfOther.Agreement;

    /// <summary>Where two means stand to the line of «high», which is itself high.</summary>
    public static Quadrant QuadrantOf(double mine, double customers, Thresholds thresholds) =>
        (mine >= thresholds.High - Tolerance, customers >= thresholds.High - Tolerance) switch
        {
            (true, true) => Quadrant.AgreedStrength,
            (true, false) => Quadrant.BlindSpot,
            (false, true) => Quadrant.HiddenStrength,
            (false, false) => Quadrant.AgreedWeakness,
        };
}
