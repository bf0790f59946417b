using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;
using SurveyGap.Reports.Tables;

namespace SurveyGap.Reports.Pages;

/// <summary>Appendix: every question's full figures, for whoever has to defend a number.</summary>
internal static class AppendixPage
{
    private static readonly TextStyle Small = Typography.Table with { Size = 7.6, Leading = 9.6 };

    /// <summary>Left out if no group is shown on any question.</summary>
    public static Section? Of(Edition edition)
    {
        if (!edition.Analysis.Questions.Any(question => question.Groups.Values.Any(group => group.IsShown)))
            return null;

        var words = edition.Words;
        return new Section(words["appendix"],
        [
            .. Edition.Opening(words["appendix"], words["appendix.title"], words["appendix.lead"]),
            Edition.Part(words["appendix.groups"]),
            Groups(edition) with { Above = 6 },
            .. edition.AskedPairs.Any() ? [Edition.Part(words["appendix.gaps"]), Gaps(edition) with { Above = 6 }] : Array.Empty<Block>(),
            Edition.Note(words["appendix.note"]),
            .. Dimensions(edition),
        ]);
    }

    private static Table Groups(Edition edition)
    {
        var words = edition.Words;
        return new Table(
            [
                new(words["group"], 85), new("n", 32, Anchor.End), new(words["appendix.na"], 40, Anchor.End),
                .. Enumerable.Range(1, 5).Select(rating => new Column(edition.Format.Count(rating), 28, Anchor.End)),
                new(words["mean"], 36, Anchor.End), new(words["appendix.sd"], 36, Anchor.End), new(words["interval"], 58, Anchor.End),
                new(words["appendix.top1"], 60.28, Anchor.End),
            ],
            [.. edition.Analysis.Questions.SelectMany(question => Rows(edition, question, 12, edition.Asked.Select(audience => Figures(edition, question, audience))))]);
    }

    private static IEnumerable<Row> Rows(Edition edition, QuestionResult question, int columns, IEnumerable<IEnumerable<Cell>> rows)
    {
        yield return new Row([new Cell(edition.Name(question.Question)) { Span = columns, Style = Small.Strong }]) { KeepWithNext = true };
        var all = rows.ToList();
        for (var i = 0; i < all.Count; i++)
            yield return new Row([.. all[i].Select(cell => cell with { Style = cell.Style ?? Small })]) { KeepWithNext = i + 1 < all.Count };
    }

    private static IEnumerable<Cell> Figures(Edition edition, QuestionResult question, Audience audience)
    {
        var (words, format) = (edition.Words, edition.Format);
        if (question.Groups[audience].Value is not { } figures)
        {
            var reason = question.Question.Text.ContainsKey(audience) ? "withheld" : "notAsked";
            return [edition.Name(audience), new Cell(words[reason]) { Span = 11, Style = Small.In(Palette.Muted) }];
        }

        return
        [
            edition.Name(audience), format.Count(figures.N), CannotJudge(edition, figures),
            .. figures.Counts.Select(count => new Cell(format.Count(count))),
            edition.Show(figures.Mean, 2), edition.Show(figures.Sd, 2), edition.Show(edition.Analysis.Sampled(audience, figures.MeanCi), 2),
            words.Say("of", ("n", format.Count(figures.Top1.Count)), ("all", format.Count(figures.N))),
        ];
    }

    // Marked where so many cannot judge that the mean speaks for few.
    private static Cell CannotJudge(Reading reading, RatingFigures figures) => figures.NaRate is not { } rate
        ? new Cell("–")
        : rate > reading.Analysis.Thresholds.CannotJudgeFlag
            ? new Cell(reading.Format.Percent(rate) + " ▲") { Style = Small.Strong }
            : new Cell(reading.Format.Percent(rate));

    private static Table Gaps(Edition edition)
    {
        var words = edition.Words;
        return new Table(
            [
                new(words["appendix.pair"], 140), new(words["gap"], 40, Anchor.End), new(words["interval"], 68, Anchor.End),
                new("p", 42, Anchor.End), new("q", 42, Anchor.End), new(words["appendix.superiority"], 46, Anchor.End),
                new(words["appendix.delta"], 40, Anchor.End), new(words["label"], 69.28),
            ],
            [.. edition.Analysis.Questions.SelectMany(question => Rows(edition, question, 8, edition.AskedPairs.Select(pair => Gap(edition, question, pair))))]);
    }

    private static IEnumerable<Cell> Gap(Edition edition, QuestionResult question, Pair pair)
    {
        var name = edition.Words[$"pair.{pair}"];
        if (question.Gaps[pair].Value is not { } gap)
            return [name, new Cell(Absence.Of(edition, question.Question, pair.From, pair.To)) { Span = 7, Style = Small.In(Palette.Muted) }];
        return
        [
            name, edition.Format.WithSign(gap.Points, 2), edition.Show(gap.Interval, 2), Probability(edition, gap.P), Probability(edition, gap.Q),
            edition.Show(gap.Statistics?.Superiority, 2), gap.Statistics?.CliffsDelta is { } delta ? edition.Format.WithSign(delta, 2) : "–", edition.Name(gap.Label),
        ];
    }

    private static string Probability(Reading reading, double? p) => p switch
    {
        null => "–",
        < 0.001 => "< " + reading.Format.Number(0.001, 3),
        { } value => reading.Format.Number(value, 3),
    };

    // Reliability and derived importance, where there is enough for them.
    private static IEnumerable<Block> Dimensions(Edition edition)
    {
        var (words, format) = (edition.Words, edition.Format);
        var alphas = edition.Analysis.Dimensions.SelectMany(dimension => dimension.Alpha.OrderBy(alpha => alpha.Key)
            .Where(alpha => alpha.Value.Alpha is not null).Select(alpha => (Dimension: dimension, alpha.Key, Value: alpha.Value))).ToList();
        if (alphas.Count > 0)
        {
            yield return Edition.Part(words["appendix.alpha"]);
            yield return new Table(
                [
                    new(words["dimension"], 190), new(words["group"], 110), new(words["appendix.rows"], 62, Anchor.End),
                    new(words["appendix.alphaValue"], 55, Anchor.End), new(words["interval"], 70.28, Anchor.End),
                ],
                [.. alphas.Select(alpha => new Row(
                [
                    edition.Name(alpha.Dimension.Dimension), edition.Name(alpha.Key), format.Count(alpha.Value.NComplete),
                    edition.Show(alpha.Value.Alpha, 2), edition.Show(alpha.Value.Ci, 2),
                ]))])
            { Above = 6 };
        }

        var derived = edition.Analysis.Questions.Where(question => question.DerivedImportance?.Rho is not null)
            .OrderByDescending(question => question.DerivedImportance!.Rho).ToList();
        if (derived.Count > 0)
        {
            yield return Edition.Part(words["appendix.derived"]);
            yield return new Paragraph(words["appendix.derived.lead"], Typography.Body) { Above = 3, KeepWithNext = true };
            yield return new Table(
                [new(words["question"], 270), new("n", 60, Anchor.End), new(words["appendix.rho"], 70, Anchor.End), new(words["interval"], 87.28, Anchor.End)],
                [.. derived.Select(question => new Row(
                [
                    edition.Name(question.Question), format.Count(question.DerivedImportance!.N),
                    edition.Show(question.DerivedImportance.Rho, 2), edition.Show(question.DerivedImportance.Ci, 2),
                ]))])
            { Above = 6 };
        }
    }
}
