using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Pages;

namespace SurveyGap.Reports.Tables;

/// <summary>Would they recommend? One row a group; the score is a difference of shares in percentage points.</summary>
internal static class RecommendationFigures
{
    public static string[] Columns { get; } =
        ["question_key", "question", "group_key", "group", "n", "promoters", "passives", "detractors", "score", "score_low", "score_high", "withheld"];

    // The page shows the first question of this kind, and only if a group of it is shown.
    public static IEnumerable<ResultCell[]> Rows(Edition edition) =>
        from recommendation in edition.Analysis.Recommendation.Take(1)
        where recommendation.Groups.Values.Any(cell => cell.IsShown)
        from audience in Enum.GetValues<Audience>()
        select Row(edition, recommendation, audience);

    private static ResultCell[] Row(Edition edition, RecommendationResult recommendation, Audience audience)
    {
        var figures = recommendation.Groups[audience].Value is { Nps: not null } shown ? shown : null;
        return
        [
            recommendation.Question.Key,
            edition.Name(recommendation.Question),
            Keys.Of(audience),
            edition.Name(audience),
            ResultCell.Count(figures?.N),
            ResultCell.Count(figures?.Promoters),
            ResultCell.Count(figures?.Passives),
            ResultCell.Count(figures?.Detractors),
            ResultCell.Score(figures?.Nps),
            ResultCell.Score(figures?.Ci?.Low),
            ResultCell.Score(figures?.Ci?.High),
            figures is null ? Absence.Of(edition, recommendation.Question, audience) : ResultCell.Empty,
        ];
    }
}
