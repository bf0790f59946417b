namespace SurveyGap.Reports.Pages;

/// <summary>The three findings of the summary: a title and a sentence with its numbers each. Fewer if there are fewer.</summary>
internal static class Findings
{
    private const int Most = 3;

    public static IReadOnlyList<(string? Strong, string Text)> Of(Edition edition, Mirror mirror) => [.. All(edition, mirror).Take(Most)];

    private static IEnumerable<(string? Strong, string Text)> All(Edition edition, Mirror mirror)
    {
        if (mirror.Overestimated is [var over, ..])
            yield return (edition.Words["finding.over"], Sentences.OfGap(edition, over));
        if (mirror.Underestimated is [var under, ..])
            yield return (edition.Words["finding.under"], Sentences.OfGap(edition, under));
        foreach (var gap in mirror.Overestimated.Skip(1).Take(2))
            yield return (edition.Words["finding.over.more"], Sentences.OfGap(edition, gap));
        foreach (var gap in mirror.Underestimated.Skip(1).Take(2))
            yield return (edition.Words["finding.under.more"], Sentences.OfGap(edition, gap));
    }
}
