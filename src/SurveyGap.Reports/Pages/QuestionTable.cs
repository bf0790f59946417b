using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>A dimension's questions: a line with the name, then a row a group with its gap to the customers.</summary>
internal static class QuestionTable
{
    private static readonly double[] Widths = [132, 44, 46, 66, 66, 44, 89.28];

    public static Table Of(Edition edition, IReadOnlyList<QuestionResult> questions)
    {
        var words = edition.Words;
        return new Table(
            [
                new(words["group"], Widths[0]), new("n", Widths[1], Anchor.End), new(words["mean"], Widths[2], Anchor.End),
                new(words["interval"], Widths[3], Anchor.End), new(words["top2"], Widths[4], Anchor.End),
                new(words["gap.to.3"], Widths[5], Anchor.End), new(words["label"], Widths[6]),
            ],
            [.. questions.SelectMany(question => Rows(edition, question))]);
    }

    private static IEnumerable<Row> Rows(Edition edition, QuestionResult question)
    {
        yield return new Row([new Cell(edition.Name(question.Question)) { Span = 7, Style = Typography.Table.Strong }]) { KeepWithNext = true };
        foreach (var audience in Enum.GetValues<Audience>())
        {
            yield return new Row([.. Cells(edition, question, audience)]) { KeepWithNext = audience != Audience.Customer };
        }
    }

    private static IEnumerable<Cell> Cells(Edition edition, QuestionResult question, Audience audience)
    {
        yield return edition.Name(audience);
        if (question.Groups[audience].Value is not { } figures)
        {
            var reason = question.Question.Text.ContainsKey(audience) ? "withheld" : "notAsked";
            yield return new Cell(edition.Words[reason]) { Span = 6, Style = Typography.Table.In(Palette.Muted) };
            yield break;
        }

        yield return edition.Format.Count(figures.N);
        yield return edition.Show(figures.Mean);
        yield return edition.Show(edition.Analysis.Sampled(audience, figures.MeanCi));
        yield return Top2(edition, figures);
        foreach (var cell in Gap(edition, question, audience))
            yield return cell;
    }

    private static string Top2(Reading reading, RatingFigures figures) =>
        figures.N < reading.Analysis.Thresholds.PercentFrom
            ? reading.Words.Say("of", ("n", reading.Format.Count(figures.Top2.Count)), ("all", reading.Format.Count(figures.N)))
            : reading.Format.Percent(figures.Top2.Share ?? 0);

    private static IEnumerable<Cell> Gap(Reading reading, QuestionResult question, Audience audience)
    {
        var gap = audience == Audience.Customer ? null : question.Gaps[audience == Audience.Executive ? Pair.Mirror : Pair.Counter].Value;
        if (gap is null)
        {
            yield return audience == Audience.Customer ? "" : "–";
            yield return audience == Audience.Customer ? "" : reading.Words["withheld.short"];
            yield break;
        }

        var colour = gap.Label != Label.Clear ? Palette.Ink : gap.Points > 0 ? Palette.Overestimated : Palette.Underestimated;
        yield return new Cell(reading.Format.WithSign(gap.Points)) { Style = Typography.Table.Strong.In(colour) };
        yield return reading.Name(gap.Label);
    }
}
