using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Reports.Pages;

/// <summary>The questions with a shown mirror gap, largest first, and what they add up to. The pages and the headline read this.</summary>
internal sealed class Mirror
{
    public Mirror(StudyAnalysis analysis)
    {
        All = analysis.Questions;
        Shown = [.. analysis.Questions
            .Where(question => question.Gaps[Pair.Mirror].IsShown)
            .Select(question => new MirrorGap(question, question.Gaps[Pair.Mirror].Value!))
            .OrderByDescending(gap => gap.Gap.Points).ThenBy(gap => gap.Question.Question.Key, StringComparer.Ordinal)];
    }

    /// <summary>All ratings, in the questionnaire's order.</summary>
    public IReadOnlyList<QuestionResult> All { get; }

    /// <summary>Those with a gap, from the most overestimated to the most underestimated.</summary>
    public IReadOnlyList<MirrorGap> Shown { get; }

    /// <summary>Rows of the dumbbell: with a gap first, by gap; then those where a side is withheld.</summary>
    public IEnumerable<QuestionResult> Sorted =>
        Shown.Select(gap => gap.Question).Concat(All.Where(question => !question.Gaps[Pair.Mirror].IsShown));

    /// <summary>Clearly seen better by the executives.</summary>
    public IReadOnlyList<MirrorGap> Overestimated => [.. Shown.Where(gap => gap.IsClear && gap.Gap.Points > 0)];

    /// <summary>Clearly seen worse by the executives; the largest first.</summary>
    public IReadOnlyList<MirrorGap> Underestimated => [.. Shown.Where(gap => gap.IsClear && gap.Gap.Points < 0).Reverse()];

    /// <summary>Practically equal.</summary>
    public int Equal => Shown.Count(gap => gap.Gap.Label == Label.PracticallyEqual);

    /// <summary>Nothing can be concluded.</summary>
    public int Open => Shown.Count(gap => gap.Gap.Label is Label.Open or Label.Descriptive);

    /// <summary>A side is withheld.</summary>
    public int Withheld => All.Count - Shown.Count;

    /// <summary>The largest clear gap in either direction; null if none is clear.</summary>
    public MirrorGap? Largest => Shown.Where(gap => gap.IsClear).MaxBy(gap => Math.Abs(gap.Gap.Points));
}

/// <summary>A question with its mirror gap.</summary>
internal sealed record MirrorGap(QuestionResult Question, Gap Gap)
{
    public bool IsClear => Gap.Label == Label.Clear;

    public double Executives => MeanOf(Audience.Executive);

    public double Customers => MeanOf(Audience.Customer);

    private double MeanOf(Audience audience) =>
        Question.Groups[audience].Value?.Mean ?? throw new InvalidOperationException("A gap is shown where a side is not.");
}
