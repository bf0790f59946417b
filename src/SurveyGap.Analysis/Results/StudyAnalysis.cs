using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Results;

/// <summary>
/// Everything that may be shown of one wave: report, web page, exports, trend and the command line read this and nothing else.
/// Cells are withheld before anything is computed from them; what a cell does not show, nothing here contains.
/// Figures have full precision; whoever shows them rounds them once: counts as they are, shares to a percent, means to a tenth.
/// That rounding is part of the protection. The mean over persons of a dimension, at full precision, together with the exact counts
/// of its questions, would tell the sum of those few who left a question out.
/// </summary>
public sealed record StudyAnalysis
{
    /// <summary>The wave's frozen questionnaire.</summary>
    public required Questionnaire Questionnaire { get; init; }

    /// <summary>The thresholds in force, for the method page.</summary>
    public required Thresholds Thresholds { get; init; }

    /// <summary>Version of the engine that counted.</summary>
    public required string Engine { get; init; }

    /// <summary>Names of the segment attributes.</summary>
    public required IReadOnlyList<string> Attributes { get; init; }

    /// <summary>Who answered; all three groups.</summary>
    public required IReadOnlyDictionary<Audience, GroupResult> Groups { get; init; }

    /// <summary>All ratings, in the questionnaire's order.</summary>
    public required IReadOnlyList<QuestionResult> Questions { get; init; }

    /// <summary>The dimensions that have ratings, in the questionnaire's order.</summary>
    public required IReadOnlyList<DimensionResult> Dimensions { get; init; }

    /// <summary>Who would recommend, and who was expected to; empty if not asked. The groups are never pooled.</summary>
    public required IReadOnlyList<RecommendationResult> Recommendation { get; init; }

    /// <summary>How many of 100 customers executives and employees expected to say good or excellent; empty if not asked.</summary>
    public required IReadOnlyList<PredictionResult> Predictions { get; init; }

    /// <summary>What matters most, picked by each group; empty if not asked.</summary>
    public required IReadOnlyList<ImportanceResult> Importance { get; init; }

    /// <summary>What to do first, best first; at most five. Empty if importance was not asked or the customers are withheld.</summary>
    public required IReadOnlyList<Priority> Priorities { get; init; }

    /// <summary>Employees and customers by one attribute at a time; empty without segments.</summary>
    public required IReadOnlyList<SegmentResult> Segments { get; init; }

    /// <summary>The lines over the waves: ratings, then dimensions; within each, group by group. Empty for the first wave.</summary>
    public required IReadOnlyList<TrendLine> Trend { get; init; }

    /// <summary>
    /// The 95 % interval of a group's mean as it may be shown: null in a census, where the mean is a fact and nothing was sampled
    /// (statistics.md, decision 2; the finite-population correction at n = N).
    /// </summary>
    public Interval? Sampled(Audience audience, Interval? interval) => Groups[audience].Census ? null : interval;

    /// <summary>The analysis of one wave, under the thresholds that it was counted with.</summary>
    /// <param name="counts">What the release holds.</param>
    /// <param name="questionnaire">The frozen questionnaire that it was counted with.</param>
    /// <param name="earlier">Earlier waves of the study, oldest first, for the trend.</param>
    public static StudyAnalysis Of(WaveCounts counts, Questionnaire questionnaire, IReadOnlyList<EarlierWave>? earlier = null) =>
        new Composer(counts, questionnaire).Compose(earlier ?? []);
}

/// <summary>Who answered.</summary>
public sealed record GroupResult
{
    /// <summary>Which group.</summary>
    public required Audience Audience { get; init; }

    /// <summary>
    /// Whether the group was asked at all: the questionnaire has a wording for it, and somebody was invited or an open link was
    /// in use. What lacks here is «not asked» and not «too few answers».
    /// </summary>
    public required bool Asked { get; init; }

    /// <summary>How many were invited; null if nobody knows.</summary>
    public required long? Invited { get; init; }

    /// <summary>Responses and rate; withheld below the minimum.</summary>
    public required Cell<ResponseRate> Responses { get; init; }

    /// <summary>Whether an open link was in use: opt-in, no rate, never a census.</summary>
    public required bool OptIn { get; init; }

    /// <summary>Whether all invited executives answered: their value is a fact, «(n = 6, alle)». Always false for others.</summary>
    public required bool Census { get; init; }

    /// <summary>Whether the group is called «vertraulich» and not «anonym»: so few that the others can tell who said what.</summary>
    public required bool Confidential { get; init; }

    /// <summary>Whether comments of this group may be shown at all.</summary>
    public required bool CommentsShown { get; init; }
}

/// <summary>How many answered.</summary>
/// <param name="Responses">How many persons.</param>
/// <param name="Rate">Responses ÷ invited (0 to 1); null with an open link, or if the number invited is unknown or 0.</param>
public sealed record ResponseRate(long Responses, double? Rate);
