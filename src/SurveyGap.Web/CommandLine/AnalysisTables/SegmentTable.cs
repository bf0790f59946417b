using SurveyGap.Analysis.Results;

namespace SurveyGap.Web.CommandLine.AnalysisTables;

/// <summary>One group by one attribute: means, dimension by value.</summary>
internal static class SegmentTable
{
    /// <summary>So many values stand beside each other within 150 columns; more continue below.</summary>
    private const int Beside = 5;
    private const int LongestValue = 18;

    public static IEnumerable<TextTable> Of(Printed printed) =>
        from segment in printed.Analysis.Segments
        from values in segment.Values.Chunk(Beside)
        select new TextTable(
            $"{char.ToUpperInvariant(Printed.Plural(segment.Audience)[0])}{Printed.Plural(segment.Audience)[1..]} by {segment.Attribute}: means",
            [.. values.Select(value => new TextColumn(Printed.Cut(value.Value ?? "unknown or rare", LongestValue)))],
            printed.Analysis.Dimensions.Select(dimension => Row(printed, dimension, values)).Prepend(Answers(printed, values)));

    private static string[] Answers(Printed printed, SegmentValue[] values) =>
        ["answers", .. values.Select(value => Printed.Show(value.Responses, responses => printed.Count(responses.Responses)))];

    private static string[] Row(Printed printed, DimensionResult dimension, SegmentValue[] values) =>
        [printed.Name(dimension.Dimension), .. values.Select(value => Printed.Show(value.Dimensions[dimension.Dimension.Key], figures => printed.Number(figures.Mean)))];
}
