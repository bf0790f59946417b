using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Pages;

namespace SurveyGap.Reports.Tables;

/// <summary>One row a dimension and group.</summary>
internal static class DimensionFigures
{
    public static string[] Columns { get; } =
        ["dimension_key", "dimension", "group_key", "group", "n", "mean", "mean_low", "mean_high", "top2_percent", "withheld"];

    public static IEnumerable<ResultCell[]> Rows(Edition edition) =>
        from dimension in edition.Analysis.Dimensions
        from audience in Enum.GetValues<Audience>()
        select Row(edition, dimension, audience);

    private static ResultCell[] Row(Edition edition, DimensionResult dimension, Audience audience)
    {
        var figures = dimension.Groups[audience].Value;
        var interval = edition.Analysis.Sampled(audience, figures?.MeanCi);
        return
        [
            dimension.Dimension.Key,
            edition.Name(dimension.Dimension),
            Keys.Of(audience),
            edition.Name(audience),
            ResultCell.Count(figures?.NScored),
            ResultCell.Rating(figures?.Mean),
            ResultCell.Rating(interval?.Low),
            ResultCell.Rating(interval?.High),
            ResultCell.Percent(figures?.Top2Share),
            figures is null ? Absence.Of(edition, dimension.Dimension, audience) : ResultCell.Empty,
        ];
    }
}
