using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>One dimension: how opinions spread, and the figures of its questions.</summary>
internal static class DimensionPage
{
    private const int QuestionsOnPage = 10;

    /// <summary>Left out if no group is shown on any of its questions.</summary>
    public static Section? Of(Edition edition, DimensionResult dimension)
    {
        var words = edition.Words;
        var questions = edition.Analysis.Questions.Where(question => question.Question.Dimension == dimension.Dimension.Key).ToList();
        if (!questions.Any(question => question.Groups.Values.Any(group => group.IsShown)))
            return null;

        var name = edition.Name(dimension.Dimension);
        List<Block> blocks = [.. Edition.Opening(name, Title(edition, dimension), Lead(edition, dimension, questions))];
        foreach (var part in Parts.Of(questions, QuestionsOnPage))
            blocks.Add(new Figure(Chart(edition, ChartSizes.Paper, name, part)) { Above = 16 });
        blocks.Add(Edition.Note(words.Say("likert.note", ("n", edition.Format.Count(edition.Analysis.Thresholds.PercentFrom)))));
        blocks.Add(Edition.Part(words["figures"]));
        blocks.Add(QuestionTable.Of(edition, questions) with { Above = 6 });
        if (ExcellentTable.Of(edition, questions) is { } excellent)
        {
            blocks.Add(Edition.Part(words["excellent"]));
            blocks.Add(excellent with { Above = 6 });
        }

        return new Section(name, blocks);
    }

    /// <summary>How opinions on some questions spread, for any surface.</summary>
    public static Drawing Chart(Reading reading, ChartSizes sizes, string title, IReadOnlyList<QuestionResult> questions) =>
        new Likert(sizes, reading.Words, reading.Analysis.Thresholds.PercentFrom, reading.LikertReach).Draw(
            title,
            Describe(reading, questions),
            [.. questions.Select(question => new LikertRow(
                reading.Name(question.Question),
                [.. Bars(question).Where(bar => reading.Asked.Contains(bar.Audience))]))]);

    /// <summary>The bars of a question: one a group that was asked it.</summary>
    public static IEnumerable<LikertBar> Bars(QuestionResult question) => question.Groups
        .Where(group => question.Question.Text.ContainsKey(group.Key)).OrderBy(group => group.Key)
        .Select(group => new LikertBar(group.Key, group.Value.Value?.Counts, group.Value.Value?.NaRate));

    private static string Title(Reading reading, DimensionResult dimension)
    {
        // Without executives the employees are compared with the customers, without customers with the executives.
        Pair[] order = [Pair.Mirror, Pair.Counter, Pair.Leadership];
        var pair = order.FirstOrDefault(pair => dimension.Gaps[pair].IsShown, Pair.Mirror);
        if (dimension.Gaps[pair].Value is not { } gap)
            return Alone(reading, dimension);
        return reading.Words.Say(
            $"dimension.{pair}.{(gap.Label == Label.Clear ? gap.Points > 0 ? "over" : "under" : gap.Label.ToString())}",
            ("points", reading.Format.Number(Math.Abs(gap.Points))));
    }

    private static string Alone(Reading reading, DimensionResult dimension)
    {
        var shown = dimension.Groups.Where(group => group.Value.Value?.Mean is not null).ToList();
        return shown is [var only]
            ? reading.Words.Say("dimension.alone", [("mean", reading.Format.Number(only.Value.Value!.Mean!.Value)), .. reading.NamesOf(only.Key)])
            : reading.Words["dimension.withheld"];
    }

    private static string? Lead(Reading reading, DimensionResult dimension, IReadOnlyList<QuestionResult> questions) => dimension.Chain.Value is { } chain
        ? reading.Words[$"dimension.chain.{chain.Pattern}"] + But(reading, dimension, questions)
        : null;

    // Gaps of one dimension may cancel out: a mean that is alike must not hide them.
    private static string? But(Reading reading, DimensionResult dimension, IReadOnlyList<QuestionResult> questions) =>
        dimension.Gaps[Pair.Mirror].Value is { Label: not Label.Clear } && Widest(questions, gap => gap.Label is Label.Clear) is { } gap
            ? $" {reading.Words["dimension.but"]} {Sentences.OfGap(reading, gap)}"
            : null;

    private static MirrorGap? Widest(IReadOnlyList<QuestionResult> questions, Func<Gap, bool> isMeant) => questions
        .Where(question => question.Gaps[Pair.Mirror].Value is { } gap && isMeant(gap))
        .Select(question => new MirrorGap(MirrorItem.Of(question), question.Gaps[Pair.Mirror].Value!))
        .MaxBy(shown => Math.Abs(shown.Gap.Points));

    // The question that the groups see most differently, or else the one that customers like least.
    private static string Describe(Reading reading, IReadOnlyList<QuestionResult> questions)
    {
        var start = reading.Words.Count("likert.alt", questions.Count);
        if (Widest(questions, _ => true) is { } gap)
            return $"{start} {Sentences.OfGap(reading, gap)}";

        foreach (var audience in new[] { Audience.Customer, Audience.Employee, Audience.Executive })
        {
            var shown = questions.Where(question => question.Groups[audience].Value?.Mean is not null).MinBy(question => question.Groups[audience].Value!.Mean);
            if (shown is not null)
            {
                return start + " " + reading.Words.Say(
                    "likert.alt.lowest",
                    ("group", reading.Name(audience)),
                    ("question", reading.Name(shown.Question)),
                    ("mean", reading.Format.Number(shown.Groups[audience].Value!.Mean!.Value)));
            }
        }

        return $"{start} {reading.Words["withheld"]}.";
    }
}
