using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.CommandLine.AnalysisTables;

/// <summary>How many times as often executives say «excellent» as customers, only where the gate lets it through.</summary>
internal static class FactorTable
{
    public static TextTable Of(Printed printed) => new(
        "How many times as often executives say excellent",
        [new("executives"), new("customers"), new("factor"), new("95% interval")],
        from question in printed.Analysis.Questions
        where question.Gaps[Pair.Mirror].Value is { FactorShown: true }
        let factor = question.Gaps[Pair.Mirror].Value!.Statistics!.ExcellentFactor
        select new[]
        {
            printed.Name(question.Question),
            Said(printed, question.Groups[Audience.Executive].Value!),
            Said(printed, question.Groups[Audience.Customer].Value!),
            printed.Number(factor.Value),
            printed.Format.Interval(factor.CiLow!.Value, factor.CiHigh!.Value),
        });

    private static string Said(Printed printed, RatingFigures figures) =>
        printed.Words.Say("of", ("n", printed.Count(figures.Top1.Count)), ("all", printed.Count(figures.N)));
}
