namespace SurveyGap.Reports.Pages;

/// <summary>The three findings of the summary: a title and a sentence with its numbers each. Fewer if there are fewer.</summary>
internal static class Findings
{
    private const int Most = 3;

    public static IReadOnlyList<(string? Strong, string Text)> Of(Reading reading, Mirror mirror) => [.. All(reading, mirror).Take(Most)];

    // From what a board needs first: what we misjudge, where the picture breaks, what to do, what we expected.
    private static IEnumerable<(string? Strong, string Text)> All(Reading reading, Mirror mirror)
    {
        if (mirror.Overestimated is [var over, ..])
            yield return (Title("finding.over"), Sentences.OfGap(reading, over));
        if (mirror.Underestimated is [var under, ..])
            yield return (Title("finding.under"), Sentences.OfGap(reading, under));
        foreach (var finding in Ranking.Of(reading)?.Findings(reading) ?? [])
            yield return finding;
        if (reading.Analysis.Priorities is [var first, ..])
            yield return (reading.Words.Say("finding.first", ("dimension", reading.DimensionName(first.Dimension))), PriorityPage.Sentence(reading, first));
        if (ChainPage.Widest(reading.Analysis) is { } widest)
            yield return (reading.Words["finding.chain"], ChainPage.Sentence(reading, widest.Dimension, widest.Gap));
        if (PredictionPage.Sentence(reading) is { } prediction)
            yield return (reading.Words["finding.prediction"], prediction);
        foreach (var gap in mirror.Overestimated.Skip(1).Take(2))
            yield return (Title("finding.over.more"), Sentences.OfGap(reading, gap));
        foreach (var gap in mirror.Underestimated.Skip(1).Take(2))
            yield return (Title("finding.under.more"), Sentences.OfGap(reading, gap));

        string Title(string key) => reading.Words.Say(mirror.OfPair(key), reading.NamesOf(mirror.Pair));
    }
}
