using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>
/// A dimension's questions: a line with the name, then a row a group with its gap to the group that the others are compared
/// with. Of a single group there is one row a question, and no gap.
/// </summary>
internal static class QuestionTable
{
    private static readonly double[] Widths = [44, 46, 66, 66];
    private static readonly double[] GapWidths = [44, 89.28];

    public static Table Of(Edition edition, IReadOnlyList<QuestionResult> questions)
    {
        var words = edition.Words;
        var compares = edition.Asked.Count > 1;
        var first = Paper.TextWidth - Widths.Sum() - (compares ? GapWidths.Sum() : 0);
        return new Table(
            [
                new(words[compares ? "group" : "question"], first), new("n", Widths[0], Anchor.End), new(words["mean"], Widths[1], Anchor.End),
                new(words["interval"], Widths[2], Anchor.End), new(words["top2"], Widths[3], Anchor.End),
                .. compares
                    ? [new Column(words[$"gap.to.{(int)edition.Asked[^1]}"], GapWidths[0], Anchor.End), new Column(words["label"], GapWidths[1])]
                    : Array.Empty<Column>(),
            ],
            compares
                // The last two questions stay together: one alone on a page looks forgotten.
                ? [.. questions.SelectMany((question, i) => Rows(edition, question, closing: i + 2 >= questions.Count && questions.Count > 1))]
                : [.. questions.Select(question => new Row([edition.Name(question.Question), .. Figures(edition, question, edition.Asked[0], span: 4)]))]);
    }

    private static IEnumerable<Row> Rows(Edition edition, QuestionResult question, bool closing)
    {
        yield return new Row([new Cell(edition.Name(question.Question)) { Span = 7, Style = Typography.Table.Strong }]) { KeepWithNext = true };
        foreach (var audience in edition.Asked)
        {
            List<Cell> cells = [edition.Name(audience), .. Figures(edition, question, audience, span: 6)];
            if (cells.Count > 2)
                cells.AddRange(Gap(edition, question, audience));
            yield return new Row(cells) { KeepWithNext = closing || audience != edition.Asked[^1] };
        }
    }

    // What is not shown is said across the row.
    private static IEnumerable<Cell> Figures(Edition edition, QuestionResult question, Audience audience, int span)
    {
        if (question.Groups[audience].Value is not { } figures)
        {
            var reason = question.Question.Text.ContainsKey(audience) ? "withheld" : "notAsked";
            return [new Cell(edition.Words[reason]) { Span = span, Style = Typography.Table.In(Palette.Muted) }];
        }

        return
        [
            edition.Format.Count(figures.N), edition.Show(figures.Mean),
            edition.Show(edition.Analysis.Sampled(audience, figures.MeanCi)), Top2(edition, figures),
        ];
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
