using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>How much more often executives say «excellent» than customers: only where the factor can bear it, else nothing.</summary>
internal static class ExcellentTable
{
    /// <summary>Null if no question passes the gate.</summary>
    public static Table? Of(Edition edition, IReadOnlyList<QuestionResult> questions)
    {
        var words = edition.Words;
        var rows = questions.Where(question => question.Gaps[Pair.Mirror].Value is { FactorShown: true }).Select(question => Row(edition, question)).ToList();
        return rows.Count == 0 ? null : new Table(
            [
                new(words["question"], 190), new(words["group.1"], 75, Anchor.End), new(words["group.3"], 75, Anchor.End),
                new(words["excellent.factor"], 70, Anchor.End), new(words["interval"], 77.28, Anchor.End),
            ],
            rows);
    }

    private static Row Row(Edition edition, QuestionResult question)
    {
        var factor = question.Gaps[Pair.Mirror].Value!.Statistics!.ExcellentFactor;
        return new Row(
        [
            edition.NameCell(MirrorItem.Of(question)), Count(edition, question, Audience.Executive), Count(edition, question, Audience.Customer),
            edition.Show(factor.Value), factor is { CiLow: { } low, CiHigh: { } high } ? edition.Format.Interval(low, high) : "–",
        ]);
    }

    private static string Count(Reading reading, QuestionResult question, Audience audience) =>
        question.Groups[audience].Value is { } figures
            ? reading.Words.Say("of", ("n", reading.Format.Count(figures.Top1.Count)), ("all", reading.Format.Count(figures.N)))
            : reading.Words["withheld.short"];
}
