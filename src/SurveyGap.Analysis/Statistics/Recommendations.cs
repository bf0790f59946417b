namespace SurveyGap.Analysis.Statistics;

/// <summary>The recommendation score.</summary>
public static class Recommendations
{
    /// <summary>
    /// Promoters (9, 10) minus detractors (0 to 6), in points of 100 (Reichheld 2003). Interval: adjusted Wald (Rocks 2016) with p' = (P + 0.75)/(n + 3),
    /// d' = (D + 0.75)/(n + 3): 100·(p' − d' ± z·√((p' + d' − (p' − d')²)/(n + 3))), clipped to [−100, 100].
    /// </summary>
    /// <param name="counts">How many said 0, 1, … 10.</param>
    public static RecommendationFigures Of(IReadOnlyList<long> counts)
    {
        var n = counts.Sum();
        var promoters = counts[9] + counts[10];
        var passives = counts[7] + counts[8];
        var detractors = n - promoters - passives;
        if (n == 0)
            return new RecommendationFigures(0, 0, 0, 0, null, null);

        var p = (promoters + 0.75) / (n + 3);
        var d = (detractors + 0.75) / (n + 3);
        var half = Distributions.Z * Math.Sqrt((p + d - ((p - d) * (p - d))) / (n + 3));
        return new RecommendationFigures(
            n,
            promoters,
            passives,
            detractors,
            100.0 * (promoters - detractors) / n,
            Interval.Around(100 * (p - d), 100 * half, -100, 100));
    }
}
