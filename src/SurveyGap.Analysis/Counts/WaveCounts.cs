using System.Text.Json.Serialization;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Counts;

/// <summary>
/// What a release holds: everything that was counted when a wave closed, in one pass over its responses, and nothing that
/// needs them again. Whole numbers only, so the order of responses leaves no trace and the same wave gives the same bytes.
/// These are raw counts: whatever is shown of them goes through <see cref="Results.StudyAnalysis"/>, which withholds first.
/// </summary>
public sealed record WaveCounts
{
    /// <summary>The form of this record; raised when its meaning changes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The form that this record was written in.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>Version of the counting engine, as the method page names it.</summary>
    public required string Engine { get; init; }

    /// <summary>The main language of the wave, such as «de».</summary>
    public required string Locale { get; init; }

    /// <summary>The thresholds that were in force when the wave was counted.</summary>
    public required Thresholds Thresholds { get; init; }

    /// <summary>Names of the segment attributes, language among them, in the order of <see cref="Response.Segments"/>.</summary>
    public required IReadOnlyList<string> Attributes { get; init; }

    /// <summary>The three groups, all present, in the order executive, employee, customer.</summary>
    public required IReadOnlyList<AudienceCounts> Audiences { get; init; }

    /// <summary>The counts of one group.</summary>
    public AudienceCounts this[Audience audience] => Audiences.Single(counts => counts.Audience == audience);
}

/// <summary>The counts of one group.</summary>
public sealed record AudienceCounts
{
    /// <summary>Whose answers these are.</summary>
    public required Audience Audience { get; init; }

    /// <summary>How many persons were invited; null if nobody knows (open link only, or answers from a file).</summary>
    public required long? Invited { get; init; }

    /// <summary>Whether an open link let people in who were not invited: the group chose itself, and is never a census.</summary>
    public required bool OptIn { get; init; }

    /// <summary>All responses of the group.</summary>
    public required CellCounts All { get; init; }

    /// <summary>The group split by each attribute in turn; ordered by attribute, then value (ordinal), withheld first.</summary>
    public required IReadOnlyList<SegmentCounts> Segments { get; init; }

    /// <summary>How many rated what in each combination of attribute values: what suppression needs to see what could be derived.</summary>
    public required IReadOnlyList<Combination> Combinations { get; init; }

    /// <summary>
    /// For each slot of a rating, its joint histogram with the overall rating: 25 counts, [5 × (rating − 1) + overall − 1];
    /// null for other slots. Empty if the questionnaire has no overall rating.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<long>?> WithOverall { get; init; }

    /// <summary>Sums over complete rows, one entry a dimension in the questionnaire's order (for Cronbach's alpha).</summary>
    public required IReadOnlyList<CompleteRows> CompleteRows { get; init; }

    /// <summary>How many responses the group gave.</summary>
    [JsonIgnore]
    public long Responses => All.Responses;
}

/// <summary>The counts of some responses: a whole group, or those of one segment value.</summary>
public sealed record CellCounts
{
    /// <summary>How many responses.</summary>
    public required long Responses { get; init; }

    /// <summary>One entry a slot, in slot order.</summary>
    public required IReadOnlyList<SlotCounts> Slots { get; init; }

    /// <summary>One entry a dimension, in the questionnaire's order.</summary>
    public required IReadOnlyList<DimensionSums> Dimensions { get; init; }
}

/// <summary>The histogram of one slot.</summary>
/// <param name="Levels">Counts of the bytes 1, 2, …: ratings terrible to excellent, 0–10, 0–100, not picked and picked.</param>
/// <param name="CannotJudge">How many cannot judge; never part of n.</param>
public sealed record SlotCounts(IReadOnlyList<long> Levels, long CannotJudge)
{
    /// <summary>n: how many answered.</summary>
    [JsonIgnore]
    public long Answered => Levels.Sum();
}

/// <summary>The responses that share one value of one attribute.</summary>
/// <param name="Attribute">Index into <see cref="WaveCounts.Attributes"/>.</param>
/// <param name="Value">The value; null where withheld at closing or unknown.</param>
/// <param name="Counts">Their counts.</param>
public sealed record SegmentCounts(int Attribute, string? Value, CellCounts Counts);

/// <summary>The responses that agree in all attributes.</summary>
/// <param name="Values">One value an attribute, null where withheld.</param>
/// <param name="Responses">How many persons.</param>
/// <param name="Answered">How many of them answered (n), by slot.</param>
/// <param name="Scored">How many of them have a mean in a dimension, by dimension.</param>
public sealed record Combination(
    IReadOnlyList<string?> Values, long Responses, IReadOnlyList<long> Answered, IReadOnlyList<long> Scored);
