namespace SurveyGap.Analysis.Statistics;

/// <summary>The recommendation score of one group, from likelihoods 0 to 10.</summary>
/// <param name="N">How many answered.</param>
/// <param name="Promoters">9 and 10.</param>
/// <param name="Passives">7 and 8.</param>
/// <param name="Detractors">0 to 6.</param>
/// <param name="Nps">100·(promoters − detractors)/n, from −100 to 100; null if n = 0.</param>
/// <param name="Ci">Adjusted Wald interval with three answers added (Rocks 2016), clipped to [−100, 100]; null if n = 0.</param>
public sealed record RecommendationFigures(
    long N, long Promoters, long Passives, long Detractors, double? Nps, Interval? Ci);
