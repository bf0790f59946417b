using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Pages;

namespace SurveyGap.Reports.Tables;

/// <summary>How many of 100 customers executives and employees expected to be content, beside how many are. One row a group.</summary>
internal static class PredictionFigures
{
    public static string[] Columns { get; } =
        ["question_key", "question", "group_key", "group", "n", "estimate", "estimate_low", "estimate_high", "error", "real_percent", "real_low", "real_high", "withheld"];

    public static IEnumerable<ResultCell[]> Rows(Edition edition) =>
        PredictionPage.Prediction(edition.Analysis) is { } prediction
            ? new[] { Audience.Executive, Audience.Employee }.Select(audience => Row(edition, prediction, audience))
            : [];

    private static ResultCell[] Row(Edition edition, PredictionResult prediction, Audience audience)
    {
        var figures = prediction.Groups.GetValueOrDefault(audience)?.Value;
        var real = prediction.Actual.Value;
        return
        [
            prediction.Question.Key,
            edition.Name(prediction.Question),
            Keys.Of(audience),
            edition.Name(audience),
            ResultCell.Count(figures?.N),
            ResultCell.Of100(figures?.Mean),
            ResultCell.Of100(figures?.Ci?.Low),
            ResultCell.Of100(figures?.Ci?.High),
            ResultCell.Score(figures?.Error),
            ResultCell.Percent(real?.Share),
            ResultCell.Percent(real?.Ci?.Low),
            ResultCell.Percent(real?.Ci?.High),
            figures is null ? Absence.Of(edition, prediction.Question, audience) : ResultCell.Empty,
        ];
    }
}
