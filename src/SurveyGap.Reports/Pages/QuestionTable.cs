using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>A dimension's questions: a line with the name, then a row a group with its gap to the group that the others are compared with.</summary>
internal static class QuestionTable
{
    private static readonly double[] Widths = [132, 44, 46, 66, 66, 44, 89.28];

    public static Table Of(Edition edition, IReadOnlyList<QuestionResult> questions)
    {
        var words = edition.Words;
        var compares = edition.AskedPairs.Any();
        return new Table(
            [
                new(words["group"], Widths[0]), new("n", Widths[1], Anchor.End), new(words["mean"], Widths[2], Anchor.End),
                new(words["interval"], Widths[3], Anchor.End), new(words["top2"], Widths[4], Anchor.End),
                .. compares
                    ? [new Column(words[$"gap.to.{(int)edition.Asked[^1]}"], Widths[5], Anchor.End), new Column(words["label"], Widths[6])]
                    : Array.Empty<Column>(),
            ],
            [.. questions.SelectMany((question, i) => Rows(edition, question, compares, closing: i + 2 >= questions.Count && questions.Count > 1))]);
    }

    // The last two questions stay together: one alone on a page looks forgotten.
    private static IEnumerable<Row> Rows(Edition edition, QuestionResult question, bool compares, bool closing)
    {
        yield return new Row([new Cell(edition.Name(question.Question)) { Span = compares ? 7 : 5, Style = Typography.Table.Strong }]) { KeepWithNext = true };
        foreach (var audience in edition.Asked)
            yield return new Row([.. Cells(edition, question, audience, compares)]) { KeepWithNext = closing || audience != edition.Asked[^1] };
    }

    private static IEnumerable<Cell> Cells(Edition edition, QuestionResult question, Audience audience, bool compares)
    {
        yield return edition.Name(audience);
        if (question.Groups[audience].Value is not { } figures)
        {
            var reason = question.Question.Text.ContainsKey(audience) ? "withheld" : "notAsked";
            yield return new Cell(edition.Words[reason]) { Span = compares ? 6 : 4, Style = Typography.Table.In(Palette.Muted) };
            yield break;
        }

        yield return edition.Format.Count(figures.N);
        yield return edition.Show(figures.Mean);
        yield return edition.Show(edition.Analysis.Sampled(audience, figures.MeanCi));
        yield return Top2(edition, figures);
        foreach (var cell in compares ? Gap(edition, question, audience) : [])
            yield return cell;
    }

    private static string Top2(Reading reading, RatingFigures figures) =>
        figures.N < reading.Analysis.Thresholds.PercentFrom
            ? reading.Words.Say("of", ("n", reading.Format.Count(figures.Top2.Count)), ("all", reading.Format.Count(figures.N)))
            : reading.Format.Percent(figures.Top2.Share ?? 0);

    private static IEnumerable<Cell> Gap(Reading reading, QuestionResult question, Audience audience)
    {
        var reference = reading.Asked[^1];
        if (audience == reference)
            return ["", ""];

        var pair = Pairs.All.Single(pair => pair.From == audience && pair.To == reference);
        if (question.Gaps[pair].Value is not { } gap)
            return ["–", reading.Words[question.Question.Text.ContainsKey(reference) ? "withheld.short" : "notAsked.short"]];

        var colour = gap.Label != Label.Clear ? Palette.Ink : gap.Points > 0 ? Palette.Overestimated : Palette.Underestimated;
        return [new Cell(reading.Format.WithSign(gap.Points)) { Style = Typography.Table.Strong.In(colour) }, reading.Name(gap.Label)];
    }
}
