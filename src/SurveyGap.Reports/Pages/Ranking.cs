using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Reports.Pages;

/// <summary>
/// The questions of one group from the best rating to the most critical: what there is to say where nothing can be compared.
/// Dimensions stand in where no single question may be shown.
/// </summary>
internal sealed class Ranking
{
    private Ranking(Audience group, IReadOnlyList<MirrorItem> sorted, bool ofDimensions) =>
        (Group, Sorted, OfDimensions) = (group, sorted, ofDimensions);

    /// <summary>The group of which most is shown.</summary>
    public Audience Group { get; }

    /// <summary>What it rated, the highest mean first; at least one.</summary>
    public IReadOnlyList<MirrorItem> Sorted { get; }

    /// <summary>Whether dimensions stand in for the questions.</summary>
    public bool OfDimensions { get; }

    /// <summary>Null if two groups can be compared, or none is shown.</summary>
    public static Ranking? Of(Reading reading)
    {
        if (new Mirror(reading.Analysis).Shown.Count > 0)
            return null;
        return Most(reading, [.. reading.Analysis.Questions.Select(MirrorItem.Of)], ofDimensions: false)
            ?? Most(reading, [.. reading.Analysis.Dimensions.Select(dimension => MirrorItem.Of(dimension, reading.Analysis.Questionnaire))], ofDimensions: true);
    }

    public double Mean(MirrorItem item) => item.Groups[Group].Mean;

    /// <summary>How many have a mean that counts as high.</summary>
    public int High(Reading reading) => Sorted.Count(item => Mean(item) >= reading.Analysis.Thresholds.High);

    /// <summary>The key of a text that speaks of questions; of dimensions where these stand in for them.</summary>
    public string Text(string key) => OfDimensions ? $"dimensions.{key}" : key;

    /// <summary>The best and the most critical rating; of a single one, its mean.</summary>
    public string Headline(Reading reading) => Sorted.Count == 1
        ? Sentence(reading, Sorted[0]).TrimEnd('.')
        : reading.Words.Say("group.headline", [("high", reading.Short(Sorted[0])), ("low", reading.Short(Sorted[^1])), .. reading.NamesOf(Group)]);

    /// <summary>«Die Mitarbeitenden urteilen über «Ehrlichkeit» im Schnitt mit 4,1.»</summary>
    public string Sentence(Reading reading, MirrorItem item) => reading.Words.Say(
        "group.sentence", [("question", reading.Short(item)), ("mean", reading.Format.Number(Mean(item))), .. reading.NamesOf(Group)]);

    /// <summary>The key figures: how many are high, the best, the most critical.</summary>
    public IEnumerable<(string Figure, string Sentence)> KeyFigures(Reading reading)
    {
        var (words, format) = (reading.Words, reading.Format);
        yield return (
            words.Say("of", ("n", format.Count(High(reading))), ("all", format.Count(Sorted.Count))),
            words.Say(Text("group.figure.high"), ("high", format.Number(reading.Analysis.Thresholds.High))));
        yield return (format.Number(Mean(Sorted[0])), words.Say("group.figure.best", ("question", reading.Short(Sorted[0]))));
        if (Sorted.Count > 1)
            yield return (format.Number(Mean(Sorted[^1])), words.Say("group.figure.worst", ("question", reading.Short(Sorted[^1]))));
    }

    /// <summary>The most critical ratings first: there is most to do.</summary>
    public IEnumerable<(string? Strong, string Text)> Findings(Reading reading)
    {
        if (Sorted.Count < 2)
            yield break;
        yield return (reading.Words["group.finding.low"], Sentence(reading, Sorted[^1]));
        if (Sorted.Count > 3)
            yield return (reading.Words["group.finding.low.more"], Sentence(reading, Sorted[^2]));
        yield return (reading.Words["group.finding.high"], Sentence(reading, Sorted[0]));
    }

    private static Ranking? Most(Reading reading, IReadOnlyList<MirrorItem> items, bool ofDimensions) => reading.Asked.Reverse()
        .Select(audience => new Ranking(audience, Sort(items, audience), ofDimensions))
        .Where(ranking => ranking.Sorted.Count > 0)
        .MaxBy(ranking => ranking.Sorted.Count);

    private static List<MirrorItem> Sort(IReadOnlyList<MirrorItem> items, Audience audience) =>
    [
        .. items.Where(item => item.Groups.ContainsKey(audience))
            .OrderByDescending(item => item.Groups[audience].Mean).ThenBy(item => item.Key, StringComparer.Ordinal),
    ];
}
