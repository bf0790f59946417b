using System.Text.Json.Serialization;

namespace SurveyGap.Analysis.Statistics;

/// <summary>
/// What one group says on one question. The scale is 1 terrible to 5 excellent; shares are fractions from 0 to 1;
/// null means: not defined for so few answers, or none. Names as in statistics.md.
/// </summary>
public sealed record RatingFigures
{
    /// <summary>How many rated; «cannot judge» is never in n.</summary>
    public required long N { get; init; }

    /// <summary>How many said «cannot judge».</summary>
    public required long Na { get; init; }

    /// <summary>na ÷ (n + na); null if both are 0.</summary>
    public required double? NaRate { get; init; }

    /// <summary>How many gave the ratings 1 to 5, in this order.</summary>
    public required IReadOnlyList<long> Counts { get; init; }

    /// <summary>Shares of the ratings 1 to 5 in n; null if n = 0.</summary>
    public required IReadOnlyList<double>? Distribution { get; init; }

    /// <summary>Mean rating (1 to 5); null if n = 0.</summary>
    public required double? Mean { get; init; }

    /// <summary>Standard deviation with divisor n − 1 (scale points); null if n &lt; 2.</summary>
    public required double? Sd { get; init; }

    /// <summary>Mean ± t(0.975, n − 1)·sd/√n, clipped to [1, 5]; null if n &lt; 2 or sd = 0.</summary>
    public required Interval? MeanCi { get; init; }

    /// <summary>(mean − 1)·25: the mean from 0 to 100; null if n = 0.</summary>
    [JsonPropertyName("index0to100")]
    public required double? Index0To100 { get; init; }

    /// <summary>Good or excellent.</summary>
    public required ShareFigures Top2 { get; init; }

    /// <summary>Excellent.</summary>
    public required ShareFigures Top1 { get; init; }

    /// <summary>Poor or terrible.</summary>
    public required ShareFigures Bottom2 { get; init; }
}

/// <summary>How many of n.</summary>
/// <param name="Count">How many.</param>
/// <param name="Share">Count ÷ n (0 to 1); null if n = 0.</param>
/// <param name="Ci">Score interval of the share (Wilson 1927; Newcombe 1998, method 3), exact at 0 and n; null if n = 0.</param>
public sealed record ShareFigures(long Count, double? Share, Interval? Ci);
