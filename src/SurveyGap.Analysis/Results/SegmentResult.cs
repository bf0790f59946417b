using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Results;

/// <summary>One group split by one attribute; one level only, never free combinations.</summary>
public sealed record SegmentResult
{
    /// <summary>Employees or customers; executives carry no segments.</summary>
    public required Audience Audience { get; init; }

    /// <summary>Name of the attribute.</summary>
    public required string Attribute { get; init; }

    /// <summary>The values, ordinal; those withheld or unknown (null) last.</summary>
    public required IReadOnlyList<SegmentValue> Values { get; init; }
}

/// <summary>The responses of one segment value.</summary>
public sealed record SegmentValue
{
    /// <summary>The value; null for those whose value was withheld at closing or is unknown.</summary>
    public required string? Value { get; init; }

    /// <summary>How many responses; the rate is always null here.</summary>
    public required Cell<ResponseRate> Responses { get; init; }

    /// <summary>Figures by key of the dimension.</summary>
    public required IReadOnlyDictionary<string, Cell<DimensionFigures>> Dimensions { get; init; }

    /// <summary>Figures by key of the question.</summary>
    public required IReadOnlyDictionary<string, Cell<RatingFigures>> Questions { get; init; }
}
