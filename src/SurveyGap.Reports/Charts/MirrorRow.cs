using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Reports.Charts;

/// <summary>One row of the dumbbell: a question, or a dimension.</summary>
public sealed record MirrorRow
{
    /// <summary>Its name.</summary>
    public required string Label { get; init; }

    /// <summary>The means 1 to 5 of the groups that are shown; a withheld group has no entry.</summary>
    public required IReadOnlyDictionary<Audience, double> Means { get; init; }

    /// <summary>The 95 % interval of the group that the others are compared with; null if there is none.</summary>
    public (double Low, double High)? Interval { get; init; }

    /// <summary>The gap of the two groups that are compared; null if a side is withheld or was not asked.</summary>
    public GapMark? Gap { get; init; }

    /// <summary>What is usual elsewhere, 1 to 5: a line across the row; null for none.</summary>
    public double? Norm { get; init; }

    /// <summary>The groups that were not asked this, though others of the legend were.</summary>
    public IReadOnlyList<Audience> NotAsked { get; init; } = [];
}

/// <summary>A gap as charts show it.</summary>
/// <param name="Points">First group minus second, −4 to 4.</param>
/// <param name="Interval">Its 95 % interval; null if there is none.</param>
/// <param name="Label">«gesichert», «offen», «praktisch gleich» in the reader's language; empty if it has no label.</param>
/// <param name="Clear">Whether the direction is certain, and so gets its arrow and colour.</param>
public sealed record GapMark(double Points, (double Low, double High)? Interval, string Label, bool Clear);

/// <summary>A group as the legend names it.</summary>
/// <param name="Audience">The group.</param>
/// <param name="Answers">How many answered; null if withheld.</param>
/// <param name="Census">Whether everybody who was invited answered.</param>
public sealed record GroupNote(Audience Audience, int? Answers, bool Census = false);
