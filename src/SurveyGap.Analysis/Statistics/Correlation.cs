namespace SurveyGap.Analysis.Statistics;

/// <summary>Spearman's rank correlation of two ratings.</summary>
/// <param name="N">Pairs with both ratings.</param>
/// <param name="Rho">−1 to 1, Pearson's correlation of mid-ranks; null if n &lt; 4 or a rating is constant.</param>
/// <param name="Ci">tanh(atanh ρ ± z·√((1 + ρ²/2)/(n − 3))) (Bonett &amp; Wright 2000); null if ρ is null or ±1.</param>
public sealed record Correlation(long N, double? Rho, Interval? Ci);

/// <summary>Cronbach's alpha (1951) over complete rows.</summary>
/// <param name="K">Questions.</param>
/// <param name="NComplete">Complete rows.</param>
/// <param name="Alpha">k/(k − 1)·(1 − Σ variances/variance of totals); null if undefined.</param>
/// <param name="Ci">Feldt's (1965) interval; null with <paramref name="Alpha"/>.</param>
public sealed record Reliability(int K, long NComplete, double? Alpha, Interval? Ci);
