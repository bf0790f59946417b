using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>The report's table of contents in code: which chapters there are, in which order. One without data is left out.</summary>
internal static class Chapters
{
    public static IReadOnlyList<Section> Of(Edition edition, string figuresHash)
    {
        var mirror = new Mirror(edition.Analysis);
        Section?[] chapters =
        [
            SummaryPage.Of(edition, mirror),
            WhoPage.Of(edition),
            MirrorPage.Of(edition, mirror),
            ChainPage.Of(edition),
            QuadrantPage.Of(edition, mirror),
            PriorityPage.Of(edition),
            .. edition.Analysis.Dimensions.Select(dimension => DimensionPage.Of(edition, dimension)),
            PredictionPage.Of(edition),
            SegmentPage.Of(edition),
            TrendPage.Of(edition),
            NormPage.Of(edition),
            CompanyPage.Of(edition),
            CommentPage.Of(edition),
            NextStepsPage.Of(edition),
            MethodPage.Of(edition, figuresHash),
            AppendixPage.Of(edition),
        ];
        return [.. chapters.OfType<Section>()];
    }
}
