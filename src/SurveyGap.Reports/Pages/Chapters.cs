using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>The report's table of contents in code: which chapters there are, in which order. One without data is left out.</summary>
internal static class Chapters
{
    public static IReadOnlyList<Section> Of(Edition edition, string figuresHash)
    {
        var mirror = new Mirror(edition.Analysis);
        return
        [
            SummaryPage.Of(edition, mirror),
            WhoPage.Of(edition),
            MirrorPage.Of(edition, mirror),
            MethodPage.Of(edition, figuresHash),
        ];
    }
}
