using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Reports.Pages;

/// <summary>
/// What stands in the mirror, largest gap first, and what it adds up to; the pages and the headline read this. These are the
/// questions, or the dimensions where so few executives answered that only dimensions may be shown.
/// </summary>
internal sealed class Mirror
{
    public Mirror(StudyAnalysis analysis)
    {
        All = [.. analysis.Questions.Select(MirrorItem.Of)];
        OfDimensions = !All.Any(HasGap) && analysis.Dimensions.Any(dimension => dimension.Gaps[Pair.Mirror].IsShown);
        if (OfDimensions)
            All = [.. analysis.Dimensions.Select(MirrorItem.Of)];
        Shown = [.. All.Where(HasGap)
            .Select(item => new MirrorGap(item, item.Gaps[Pair.Mirror].Value!))
            .OrderByDescending(gap => gap.Gap.Points).ThenBy(gap => gap.Item.Key, StringComparer.Ordinal)];
    }

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

    private static bool HasGap(MirrorItem item) => item.Gaps[Pair.Mirror].IsShown;
}

/// <summary>A question or a dimension, as the mirror shows it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Names">Its names by language.</param>
/// <param name="Means">Means of the groups that are shown.</param>
/// <param name="CustomerInterval">The customers' interval; null if there is none.</param>
/// <param name="Gaps">The three gaps.</param>
internal sealed record MirrorItem(
    string Key,
    IReadOnlyDictionary<string, string> Names,
    IReadOnlyDictionary<Audience, double> Means,
    Interval? CustomerInterval,
    IReadOnlyDictionary<Pair, Cell<Gap>> Gaps)
{
    public static MirrorItem Of(QuestionResult question) => new(
        question.Question.Key,
        question.Question.Label,
        Shown(question.Groups.Select(group => (group.Key, group.Value.Value?.Mean))),
        question.Groups[Audience.Customer].Value?.MeanCi,
        question.Gaps);

    public static MirrorItem Of(DimensionResult dimension) => new(
        dimension.Dimension.Key,
        dimension.Dimension.Name,
        Shown(dimension.Groups.Select(group => (group.Key, group.Value.Value?.Mean))),
        dimension.Groups[Audience.Customer].Value?.MeanCi,
        dimension.Gaps);

    /// <summary>The mean of a group; null if withheld.</summary>
    public double? Mean(Audience audience) => Means.TryGetValue(audience, out var mean) ? mean : null;

    private static Dictionary<Audience, double> Shown(IEnumerable<(Audience Audience, double? Mean)> means) =>
        means.Where(mean => mean.Mean is not null).ToDictionary(mean => mean.Audience, mean => mean.Mean!.Value);
}

/// <summary>An item with its mirror gap.</summary>
internal sealed record MirrorGap(MirrorItem Item, Gap Gap)
{
    public bool IsClear => Gap.Label == Label.Clear;

    public double Executives => Item.Means[Audience.Executive];

    public double Customers => Item.Means[Audience.Customer];
}
