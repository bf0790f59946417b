using SurveyGap.Analysis.Results;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Pages;

namespace SurveyGap.Reports;

/// <summary>
/// The report's charts for a page on the screen: the same functions that draw the PDF, so that both cannot disagree.
/// Write them with <see cref="SvgSurface"/>. A chart without data is null.
/// </summary>
/// <param name="analysis">What may be shown.</param>
/// <param name="language">«de» or «en».</param>
public sealed class ResultCharts(StudyAnalysis analysis, string language)
{
    private readonly Reading _reading = new(analysis, language);

    /// <summary>The finding of the whole wave in one sentence: the title of a results page.</summary>
    public string Headline => Pages.Headline.Of(_reading, new Mirror(analysis));

    /// <summary>
    /// The dumbbell of all questions, or of the dimensions where so few executives answered that only these may be shown;
    /// the ranking of one group where nothing can be compared; null if no group is shown.
    /// </summary>
    public Drawing? Mirror(ChartSizes sizes)
    {
        var mirror = new Mirror(analysis);
        if (mirror.Shown.Count > 0)
            return MirrorChart.Of(_reading, sizes, mirror, [.. mirror.Sorted]);
        return Ranking.Of(_reading) is { } ranking ? RankingPage.Chart(_reading, sizes, ranking, ranking.Sorted) : null;
    }

    /// <summary>Where the picture breaks; null if no dimension shows all three groups.</summary>
    public Drawing? Chain(ChartSizes sizes) => analysis.Dimensions.Any(dimension => dimension.Chain.IsShown)
        ? ChainPage.Chart(_reading, sizes, analysis.Dimensions)
        : null;

    /// <summary>Blind spots and hidden strengths; null if no question shows executives and customers.</summary>
    public Drawing? Quadrant(ChartSizes sizes)
    {
        var mirror = new Mirror(analysis);
        return mirror.Shown.Count == 0 || mirror.Pair != Pair.Mirror ? null : QuadrantPage.Chart(_reading, sizes, mirror);
    }

    /// <summary>Importance against rating; null if it was not asked, or the customers are withheld.</summary>
    public Drawing? Importance(ChartSizes sizes) => analysis.Priorities.Count == 0 ? null : PriorityPage.Chart(_reading, sizes);

    /// <summary>How opinions on a dimension's questions spread.</summary>
    /// <exception cref="InvalidOperationException">There is no such dimension.</exception>
    public Drawing Likert(ChartSizes sizes, string dimension) => DimensionPage.Chart(
        _reading, sizes, _reading.DimensionName(dimension), [.. analysis.Questions.Where(question => question.Question.Dimension == dimension)]);

    /// <summary>The dimensions over the waves; null in the first wave.</summary>
    /// <param name="sizes">The surface.</param>
    /// <param name="wave">The name of this wave.</param>
    public Drawing? Trend(ChartSizes sizes, string wave) => analysis.Trend.Count == 0 ? null : TrendPage.Chart(_reading, sizes, wave);
}
