using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Pages;

namespace SurveyGap.Reports.Tables;

/// <summary>One row a value of a segment and dimension. The difference is the executives' mean minus the segment's, as in the report; it describes.</summary>
internal static class SegmentFigures
{
    public static string[] Columns { get; } =
        ["group_key", "group", "attribute", "value", "answers", "dimension_key", "dimension", "mean", "executives_minus_segment", "withheld"];

    public static IEnumerable<ResultCell[]> Rows(Edition edition) =>
        from segment in edition.Analysis.Segments
        from value in segment.Values
        from dimension in edition.Analysis.Dimensions
        select Row(edition, segment, value, dimension);

    private static ResultCell[] Row(Edition edition, SegmentResult segment, SegmentValue value, DimensionResult dimension)
    {
        var mean = value.Dimensions.GetValueOrDefault(dimension.Dimension.Key)?.Value?.Mean;
        return
        [
            Keys.Of(segment.Audience),
            edition.Name(segment.Audience),
            WhoPage.AttributeName(edition, segment.Attribute),
            WhoPage.ValueName(edition, segment.Attribute, value.Value),
            ResultCell.Count(value.Responses.Value?.Responses),
            dimension.Dimension.Key,
            edition.Name(dimension.Dimension),
            ResultCell.Rating(mean),
            ResultCell.Difference(dimension.Groups[Audience.Executive].Value?.Mean - mean),
            mean is null ? Absence.Of(edition, dimension.Dimension, segment.Audience) : ResultCell.Empty,
        ];
    }
}
