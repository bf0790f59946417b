using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Pages;

namespace SurveyGap.Reports.Tables;

/// <summary>What matters most to customers: picked by them, expected by the others. One row a dimension and group.</summary>
internal static class ImportanceFigures
{
    public static string[] Columns { get; } = ["question_key", "dimension_key", "dimension", "group_key", "group", "picked_percent", "withheld"];

    // The page has its table only together with the list of what to do first.
    public static IEnumerable<ResultCell[]> Rows(Edition edition) =>
        from importance in edition.Analysis.Priorities.Count == 0 ? [] : edition.Analysis.Importance.Take(1)
        from option in importance.Question.Options
        from audience in Enum.GetValues<Audience>()
        select Row(edition, importance, option, audience);

    private static ResultCell[] Row(Edition edition, ImportanceResult importance, string option, Audience audience)
    {
        var share = importance.Groups[audience].Value?.Options.FirstOrDefault(figures => figures.Option == option)?.Picked.Share;
        return
        [
            importance.Question.Key,
            option,
            edition.DimensionName(option),
            Keys.Of(audience),
            edition.Name(audience),
            ResultCell.Percent(share),
            share is null ? Absence.Of(edition, importance.Question, audience) : ResultCell.Empty,
        ];
    }
}
