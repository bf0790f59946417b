using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;

namespace SurveyGap.Web.CommandLine.AnalysisTables;

/// <summary>Would customers recommend, and what executives and employees predicted; the groups are never pooled.</summary>
internal static class RecommendationTable
{
    /// <summary>Left out if no group's answers are shown.</summary>
    public static IEnumerable<TextTable> Of(Printed printed) => printed.Analysis.Recommendation
        .Where(recommendation => recommendation.Groups.Values.Any(group => group.Value is { N: > 0 }))
        .Select(recommendation => new TextTable(
            printed.Words["recommend"],
            [
                new("n"), new(printed.Words["recommend.promoters"]), new(printed.Words["recommend.passives"]),
                new(printed.Words["recommend.detractors"]), new("score"), new("95% interval"),
            ],
            recommendation.Groups.OrderBy(group => group.Key)
                .Select(group => Row(printed, printed.Words[$"recommend.group.{group.Key:D}"], group.Value))));

    private static string[] Row(Printed printed, string name, Cell<RecommendationFigures> cell) => cell.Value is { } figures
        ? [
            name, printed.Count(figures.N), printed.Count(figures.Promoters), printed.Count(figures.Passives), printed.Count(figures.Detractors),
            printed.Signed(figures.Nps, 0), printed.Interval(figures.Ci, 0),
        ]
        : [name, "", "", "", "", Printed.Reason(cell.Withheld!.Value), ""];
}
