using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Reports.Pages;

/// <summary>A question or a dimension, as the mirror shows it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Names">Its names by language.</param>
/// <param name="Asked">The groups that it was asked of.</param>
/// <param name="Groups">The groups that are shown.</param>
/// <param name="Gaps">The three gaps.</param>
internal sealed record MirrorItem(
    string Key,
    IReadOnlyDictionary<string, string> Names,
    IReadOnlySet<Audience> Asked,
    IReadOnlyDictionary<Audience, MirrorMean> Groups,
    IReadOnlyDictionary<Pair, Cell<Gap>> Gaps)
{
    public static MirrorItem Of(QuestionResult question) => new(
        question.Question.Key,
        question.Question.Label,
        question.Question.Text.Keys.ToHashSet(),
        Shown(question.Groups, figures => (figures.Mean, figures.MeanCi)),
        question.Gaps);

    public static MirrorItem Of(DimensionResult dimension, Questionnaire questionnaire) => new(
        dimension.Dimension.Key,
        dimension.Dimension.Name,
        questionnaire.Ratings(dimension.Dimension).SelectMany(question => question.Text.Keys).ToHashSet(),
        Shown(dimension.Groups, figures => (figures.Mean, figures.MeanCi)),
        dimension.Gaps);

    /// <summary>The mean of a group; null if withheld.</summary>
    public double? Mean(Audience audience) => Groups.TryGetValue(audience, out var group) ? group.Mean : null;

    private static Dictionary<Audience, MirrorMean> Shown<T>(
        IReadOnlyDictionary<Audience, Cell<T>> groups, Func<T, (double? Mean, Interval? Interval)> of)
        where T : class => groups
        .Where(group => group.Value.IsShown)
        .Select(group => (group.Key, Figures: of(group.Value.Value!)))
        .Where(group => group.Figures.Mean is not null)
        .ToDictionary(group => group.Key, group => new MirrorMean(group.Figures.Mean!.Value, group.Figures.Interval));
}

/// <summary>What a group's mark shows.</summary>
/// <param name="Mean">1 to 5.</param>
/// <param name="Interval">Its 95 % interval; null if there is none.</param>
internal sealed record MirrorMean(double Mean, Interval? Interval);

/// <summary>An item with its gap.</summary>
internal sealed record MirrorGap(MirrorItem Item, Gap Gap)
{
    public bool IsClear => Gap.Label == Label.Clear;

    /// <summary>The mean of the group that is compared: mostly the executives'.</summary>
    public double From => Item.Groups[Gap.Pair.From].Mean;

    /// <summary>The mean of the group that it is compared with: mostly the customers'.</summary>
    public double To => Item.Groups[Gap.Pair.To].Mean;
}
