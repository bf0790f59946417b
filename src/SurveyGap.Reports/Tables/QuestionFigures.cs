using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Pages;

namespace SurveyGap.Reports.Tables;

/// <summary>One row a question and group.</summary>
internal static class QuestionFigures
{
    public static string[] Columns { get; } =
    [
        "question_key", "question", "dimension", "group_key", "group", "n", "cannot_judge_percent", "mean", "mean_low", "mean_high",
        "top2_percent", "top2_count", "withheld",
    ];

    public static IEnumerable<ResultCell[]> Rows(Edition edition) =>
        from question in edition.Analysis.Questions
        from audience in Enum.GetValues<Audience>()
        select Row(edition, question, audience);

    private static ResultCell[] Row(Edition edition, QuestionResult question, Audience audience)
    {
        var figures = question.Groups[audience].Value;
        var interval = edition.Analysis.Sampled(audience, figures?.MeanCi);
        // Few answers are shown as counts, and percentages only from a number on that the thresholds set.
        var few = figures?.N < edition.Analysis.Thresholds.PercentFrom;
        return
        [
            question.Question.Key,
            edition.Name(question.Question),
            edition.DimensionName(question.Question.Dimension!),
            Keys.Of(audience),
            edition.Name(audience),
            ResultCell.Count(figures?.N),
            ResultCell.Percent(figures?.NaRate),
            ResultCell.Rating(figures?.Mean),
            ResultCell.Rating(interval?.Low),
            ResultCell.Rating(interval?.High),
            few ? ResultCell.Empty : ResultCell.Percent(figures?.Top2.Share),
            few ? ResultCell.Count(figures?.Top2.Count) : ResultCell.Empty,
            figures is null ? Absence.Of(edition, question.Question, audience) : ResultCell.Empty,
        ];
    }
}
