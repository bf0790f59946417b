using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Results;

/// <summary>Would they recommend? Customers answer for themselves; executives and employees predict a typical customer.</summary>
public sealed record RecommendationResult
{
    /// <summary>The question.</summary>
    public required Question Question { get; init; }

    /// <summary>Scores by group; all three groups.</summary>
    public required IReadOnlyDictionary<Audience, Cell<RecommendationFigures>> Groups { get; init; }
}

/// <summary>«How many of 100 customers would say good or excellent?», beside what customers said.</summary>
public sealed record PredictionResult
{
    /// <summary>The question.</summary>
    public required Question Question { get; init; }

    /// <summary>What was expected, by executives and employees.</summary>
    public required IReadOnlyDictionary<Audience, Cell<EstimateFigures>> Groups { get; init; }

    /// <summary>The customers' real share good or excellent of the overall rating (0 to 1); withheld with that rating.</summary>
    public required Cell<ShareFigures> Actual { get; init; }
}

/// <summary>What a group estimated, in customers of 100.</summary>
/// <param name="N">How many estimated.</param>
/// <param name="Mean">Mean estimate (0 to 100).</param>
/// <param name="Ci">t interval of the mean, clipped to [0, 100]; null if n &lt; 2 or all estimates are equal.</param>
/// <param name="Error">Mean − 100·actual share (points of 100; above 0 is optimism); null if the actual share is withheld.</param>
public sealed record EstimateFigures(long N, double Mean, Interval? Ci, double? Error);

/// <summary>What matters most to customers: picked by them, and expected by the others.</summary>
public sealed record ImportanceResult
{
    /// <summary>The question.</summary>
    public required Question Question { get; init; }

    /// <summary>Shares by group; all three groups.</summary>
    public required IReadOnlyDictionary<Audience, Cell<ImportanceFigures>> Groups { get; init; }
}

/// <summary>What one group picked.</summary>
/// <param name="N">How many answered the question.</param>
/// <param name="Options">One entry an option, in the question's order.</param>
public sealed record ImportanceFigures(long N, IReadOnlyList<OptionFigures> Options);

/// <summary>How often one option was picked.</summary>
/// <param name="Option">Key of the dimension.</param>
/// <param name="Picked">Of n, who picked it.</param>
public sealed record OptionFigures(string Option, ShareFigures Picked);

/// <summary>One of the things to do first: important to customers, and not yet good.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="Dimension">Key of the dimension.</param>
/// <param name="Importance">Share of customers who picked it (0 to 1).</param>
/// <param name="CustomerMean">The customers' mean (1 to 5).</param>
/// <param name="Score">Importance × (5 − mean)/4: the share of customers' concern that is not yet met (0 to 1). Only the order is shown.</param>
/// <param name="Reason">Why it stands here.</param>
public sealed record Priority(
    int Rank, string Dimension, double Importance, double CustomerMean, double Score, PriorityReason Reason);

/// <summary>The strongest reason for a priority, in this order.</summary>
public enum PriorityReason
{
    /// <summary>The leadership clearly overestimates it (mirror gap clear and at least the margin).</summary>
    Overestimated,

    /// <summary>Customers rate it below the line of «high».</summary>
    RatedLow,

    /// <summary>Among the three most picked.</summary>
    MostImportant,

    /// <summary>Important enough and not excellent: room to improve.</summary>
    RoomToImprove,
}
