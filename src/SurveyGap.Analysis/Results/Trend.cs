using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Results;

/// <summary>An earlier wave of the same study, for the trend.</summary>
/// <param name="Name">Its name, as the page shows it.</param>
/// <param name="Questionnaire">Its frozen questionnaire.</param>
/// <param name="Counts">What its release holds.</param>
public sealed record EarlierWave(string Name, Questionnaire Questionnaire, WaveCounts Counts);

/// <summary>One group on one question or dimension over the waves. Only questions with the same key and wording are compared.</summary>
public sealed record TrendLine
{
    /// <summary>Key of the question or dimension.</summary>
    public required string Key { get; init; }

    /// <summary>Whether <see cref="Key"/> is a dimension.</summary>
    public required bool IsDimension { get; init; }

    /// <summary>Which group.</summary>
    public required Audience Audience { get; init; }

    /// <summary>One entry for each wave that asked it alike, oldest first, this wave last; at least two.</summary>
    public required IReadOnlyList<TrendPoint> Points { get; init; }

    /// <summary>This wave minus the last one before that asked it alike; withheld if one of the two is.</summary>
    public required Cell<Change> Change { get; init; }
}

/// <summary>One wave on a trend line.</summary>
/// <param name="Wave">Name of the wave; null for this one.</param>
/// <param name="Mean">The mean and its interval.</param>
public sealed record TrendPoint(string? Wave, Cell<TrendMean> Mean);

/// <summary>A mean on a trend line.</summary>
/// <param name="Mean">1 to 5.</param>
/// <param name="Ci">Its t interval; null if undefined.</param>
public sealed record TrendMean(double Mean, Interval? Ci);

/// <summary>A change between two waves: independent groups, because linking people would break anonymity.</summary>
/// <param name="Points">Now minus before (scale points).</param>
/// <param name="Interval">Welch's 95 % interval; null if <paramref name="Label"/> is descriptive.</param>
/// <param name="P">Mann-Whitney for questions, Welch's t for dimensions; null if descriptive.</param>
/// <param name="Q">Benjamini-Hochberg within one group's questions, or its dimensions; null if descriptive.</param>
/// <param name="Label">What may be said.</param>
public sealed record Change(double Points, Interval? Interval, double? P, double? Q, Label Label);
