using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>The mirror: every question one row, sorted by mirror gap; then all gaps as a table.</summary>
internal static class MirrorPage
{
    private const int RowsOnPage = 14;

    public static Section Of(Edition edition, Mirror mirror)
    {
        List<Block> blocks = [.. Edition.Opening(edition.Words["mirror"], Headline.OfMirror(edition, mirror), edition.Words["mirror.lead"])];
        var parts = Parts(mirror);
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
                blocks.Add(new PageBreak());
            blocks.Add(new Figure(Chart(edition, ChartSizes.Paper, parts[i])) { Above = 16 });
            blocks.Add(Edition.Note(edition.Words["mirror.note"]));
        }

        blocks.Add(Edition.Part(edition.Words["mirror.counts"]));
        blocks.Add(Counts(edition, mirror) with { Above = 6 });
        blocks.Add(Edition.Part(edition.Words["mirror.table"]));
        blocks.Add(Gaps(edition, mirror) with { Above = 6 });
        blocks.Add(Edition.Note(edition.Words["gaps.note"]));
        return new Section(edition.Words["mirror"], blocks);
    }

    /// <summary>The dumbbell of some questions, for any surface.</summary>
    public static Drawing Chart(Edition edition, ChartSizes sizes, IReadOnlyList<QuestionResult> questions)
    {
        var rows = questions.Select(question => Row(edition, question)).ToList();
        return new Dumbbell(sizes, edition.Words).Draw(edition.Words["mirror"], Describe(edition, questions), edition.Groups, rows);
    }

    private static MirrorRow Row(Edition edition, QuestionResult question) => new()
    {
        Label = edition.Name(question.Question),
        Means = question.Groups.Where(group => group.Value.Value?.Mean is not null)
            .ToDictionary(group => group.Key, group => group.Value.Value!.Mean!.Value),
        CustomerInterval = question.Groups[Audience.Customer].Value?.MeanCi is { } interval ? (interval.Low, interval.High) : null,
        Gap = edition.Mark(question.Gaps[Pair.Mirror]),
    };

    // Pages of about the same number of rows, so that none holds a single one.
    private static List<QuestionResult[]> Parts(Mirror mirror)
    {
        var sorted = mirror.Sorted.ToList();
        var pages = (sorted.Count + RowsOnPage - 1) / RowsOnPage;
        return pages == 0 ? [] : [.. sorted.Chunk((sorted.Count + pages - 1) / pages)];
    }

    private static string Describe(Edition edition, IReadOnlyList<QuestionResult> questions)
    {
        var shown = questions.Where(question => question.Gaps[Pair.Mirror].IsShown)
            .Select(question => new MirrorGap(question, question.Gaps[Pair.Mirror].Value!)).ToList();
        return shown.Count == 0
            ? edition.Words.Count("mirror.alt.none", questions.Count)
            : edition.Words.Count("mirror.alt", questions.Count) + " " + Sentences.OfGap(edition, shown.MaxBy(gap => Math.Abs(gap.Gap.Points))!);
    }

    private static Table Counts(Edition edition, Mirror mirror) => new(
        [
            new(edition.Words["counts.over"], 97.4, Anchor.Middle), new(edition.Words["counts.under"], 97.4, Anchor.Middle),
            new(edition.Words["counts.equal"], 97.4, Anchor.Middle), new(edition.Words["counts.open"], 97.4, Anchor.Middle),
            new(edition.Words["counts.withheld"], 97.4, Anchor.Middle),
        ],
        [
            new([.. new[] { mirror.Overestimated.Count, mirror.Underestimated.Count, mirror.Equal, mirror.Open, mirror.Withheld }
                .Select(count => new Cell(edition.Format.Count(count)))]),
        ]);

    private static Table Gaps(Edition edition, Mirror mirror)
    {
        var words = edition.Words;
        return new Table(
        [
            new(words["question"], 186), new(words["group.1"], 48, Anchor.End), new(words["group.2.short"], 48, Anchor.End),
            new(words["group.3"], 54, Anchor.End), new(words["gap"], 38, Anchor.End), new(words["interval"], 56, Anchor.End),
            new(words["label"], 57),
        ],
        [.. mirror.Sorted.Select(question => Row(question))]);

        Row Row(QuestionResult question)
        {
            var means = Enum.GetValues<Audience>().Select(audience => new Cell(
                question.Groups[audience].Value?.Mean is { } mean ? edition.Format.Number(mean) : words["withheld.short"]));
            return new Row([edition.Name(question.Question), .. means, .. GapCells.Of(edition, question.Gaps[Pair.Mirror])]);
        }
    }
}
