using SurveyGap.Analysis.Results;
using SurveyGap.Reports.Pages;

namespace SurveyGap.Reports.Tables;

/// <summary>One row a dimension, group and wave, oldest first; the row of this wave has the change since the one before.</summary>
internal static class TrendFigures
{
    public static string[] Columns { get; } =
    [
        "dimension_key", "dimension", "group_key", "group", "wave", "mean", "mean_low", "mean_high", "withheld",
        "change", "change_low", "change_high", "label_key", "label",
    ];

    // Page and PDF show dimensions over the waves and no single questions, so neither does this.
    public static IEnumerable<ResultCell[]> Rows(Edition edition) =>
        from line in edition.Analysis.Trend
        where line.IsDimension
        from point in line.Points
        select Row(edition, line, point);

    private static ResultCell[] Row(Edition edition, TrendLine line, TrendPoint point)
    {
        var mean = point.Mean.Value;
        var isThisWave = point.Wave is null;
        var change = isThisWave ? line.Change.Value : null;
        return
        [
            line.Key,
            edition.DimensionName(line.Key),
            Keys.Of(line.Audience),
            edition.Name(line.Audience),
            point.Wave ?? edition.Model.Wave,
            ResultCell.Rating(mean?.Mean),
            ResultCell.Rating(mean?.Ci?.Low),
            ResultCell.Rating(mean?.Ci?.High),
            mean is null ? edition.Words["withheld"] : ResultCell.Empty,
            ResultCell.Difference(change?.Points),
            ResultCell.Difference(change?.Interval?.Low),
            ResultCell.Difference(change?.Interval?.High),
            change is not null ? Keys.Of(change.Label) : ResultCell.Empty,
            change is not null ? edition.Name(change.Label) : isThisWave ? edition.Words["withheld"] : ResultCell.Empty,
        ];
    }
}
