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

    /// <summary>The finding of the mirror in one sentence: the title above <see cref="Mirror"/>.</summary>
    public string MirrorHeadline => Pages.Headline.OfMirror(_reading, new Mirror(analysis));

    /// <summary>All questions in the order of the mirror: by gap, those without one last.</summary>
    public IReadOnlyList<QuestionResult> InMirrorOrder => [.. analysis.Questions
        .OrderByDescending(question => question.Gaps[Pair.Mirror].IsShown)
        .ThenByDescending(question => question.Gaps[Pair.Mirror].Value?.Points)
        .ThenBy(question => question.Gaps[Pair.Mirror].IsShown ? question.Question.Key : "", StringComparer.Ordinal)];

    /// <summary>
    /// The dumbbell of all questions, or of the dimensions where so few executives answered that only these may be shown;
    /// null if there are none.
    /// </summary>
    public Drawing? Mirror(ChartSizes sizes)
    {
        var mirror = new Mirror(analysis);
        return mirror.All.Count == 0 ? null : MirrorChart.Of(_reading, sizes, mirror, [.. mirror.Sorted]);
    }

    /// <summary>Where the picture breaks; null if no dimension shows all three groups.</summary>
    public Drawing? Chain(ChartSizes sizes) => analysis.Dimensions.Any(dimension => dimension.Chain.IsShown)
        ? ChainPage.Chart(_reading, sizes, analysis.Dimensions)
        : null;

    /// <summary>Blind spots and hidden strengths; null if no question shows executives and customers.</summary>
    public Drawing? Quadrant(ChartSizes sizes)
    {
        var mirror = new Mirror(analysis);
        return mirror.Shown.Count == 0 ? null : QuadrantPage.Chart(_reading, sizes, mirror);
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

    /// <summary>Why a priority stands on the list, with its figures.</summary>
    public string Reason(Priority priority) => PriorityPage.Sentence(_reading, priority);
}
