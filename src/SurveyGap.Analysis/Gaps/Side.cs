using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Suppression;

namespace SurveyGap.Analysis.Gaps;

/// <summary>One group's side of a gap, already past suppression.</summary>
/// <param name="Mean">Its mean.</param>
/// <param name="Moments">For tests; n = 0 where only the mean is known.</param>
/// <param name="Ratings">The histogram of a question; null for a dimension.</param>
/// <param name="Top2Share">Share good or excellent.</param>
internal sealed record Side(double? Mean, Moments Moments, Ratings? Ratings, double? Top2Share)
{
    public static Side Of(Ratings ratings) =>
        new(ratings.Moments.Mean, ratings.Moments, ratings, ratings.N == 0 ? null : (double)ratings.Top2 / ratings.N);

    public static Side Of(ShownDimension dimension) => new(dimension.Mean, dimension.Moments, null, dimension.Top2Share);
}
