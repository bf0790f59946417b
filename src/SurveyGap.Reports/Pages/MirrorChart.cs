using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;

namespace SurveyGap.Reports.Pages;

/// <summary>The dumbbell of some questions.</summary>
internal static class MirrorChart
{
    public static Drawing Of(Reading reading, ChartSizes sizes, IReadOnlyList<QuestionResult> questions) =>
        new Dumbbell(sizes, reading.Words).Draw(
            reading.Words["mirror"], Describe(reading, questions), reading.Groups, [.. questions.Select(question => Row(reading, question))]);

    private static MirrorRow Row(Reading reading, QuestionResult question) => new()
    {
        Label = reading.Name(question.Question),
        Means = question.Groups.Where(group => group.Value.Value?.Mean is not null)
            .ToDictionary(group => group.Key, group => group.Value.Value!.Mean!.Value),
        CustomerInterval = question.Groups[Audience.Customer].Value?.MeanCi is { } interval ? (interval.Low, interval.High) : null,
        Gap = reading.Mark(question.Gaps[Pair.Mirror]),
    };

    private static string Describe(Reading reading, IReadOnlyList<QuestionResult> questions)
    {
        var shown = questions.Where(question => question.Gaps[Pair.Mirror].IsShown)
            .Select(question => new MirrorGap(question, question.Gaps[Pair.Mirror].Value!)).ToList();
        return shown.Count == 0
            ? reading.Words.Count("mirror.alt.none", questions.Count)
            : reading.Words.Count("mirror.alt", questions.Count) + " " + Sentences.OfGap(reading, shown.MaxBy(gap => Math.Abs(gap.Gap.Points))!);
    }
}
