using SurveyGap.Analysis.Results;

namespace SurveyGap.Reports.Pages;

/// <summary>
/// What stands in the mirror, largest gap first, and what it adds up to; the pages and the headline read this. These are the
/// questions, or the dimensions where so few executives answered that only dimensions may be shown. Where no gap between
/// executives and customers may be shown, the next pair leads.
/// </summary>
internal sealed class Mirror
{
    public Mirror(StudyAnalysis analysis)
    {
        All = [.. analysis.Questions.Select(MirrorItem.Of)];
        IReadOnlyList<MirrorItem> dimensions = [.. analysis.Dimensions.Select(dimension => MirrorItem.Of(dimension, analysis.Questionnaire))];
        Pair = Pairs.All.FirstOrDefault(pair => All.Concat(dimensions).Any(item => item.Gaps[pair].IsShown), Pair.Mirror);
        OfDimensions = !All.Any(HasGap) && dimensions.Any(HasGap);
        if (OfDimensions)
            All = dimensions;
        Shown = [.. All.Where(HasGap)
            .Select(item => new MirrorGap(item, item.Gaps[Pair].Value!))
            .OrderByDescending(gap => gap.Gap.Points).ThenBy(gap => gap.Item.Key, StringComparer.Ordinal)];
    }

    /// <summary>Which two groups are compared.</summary>
    public Pair Pair { get; }

    /// <summary>Whether dimensions stand in for the questions.</summary>
    public bool OfDimensions { get; }

    /// <summary>All of them, in the questionnaire's order.</summary>
    public IReadOnlyList<MirrorItem> All { get; }

    /// <summary>Those with a gap, from the most overestimated to the most underestimated.</summary>
    public IReadOnlyList<MirrorGap> Shown { get; }

    /// <summary>Rows of the dumbbell: with a gap first, by gap; then those where a side is withheld.</summary>
    public IEnumerable<MirrorItem> Sorted => Shown.Select(gap => gap.Item).Concat(All.Where(item => !HasGap(item)));

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

    /// <summary>The key of a text that speaks of questions; of dimensions where these stand in for them.</summary>
    public string Text(string key) => OfDimensions ? $"dimensions.{key}" : key;

    /// <summary>The key of a text that speaks of executives and customers; of any two groups where others are compared.</summary>
    public string OfPair(string key) => Pair == Pair.Mirror ? key : $"other.{key}";

    private bool HasGap(MirrorItem item) => item.Gaps[Pair].IsShown;
}
