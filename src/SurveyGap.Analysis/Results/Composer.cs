using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Gaps;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Suppression;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Results;

/// <summary>Makes the analysis of one wave from its counts: withholds first, then computes from what is shown.</summary>
internal sealed class Composer
{
    private readonly WaveCounts _counts;
    private readonly Questionnaire _questionnaire;
    private readonly Thresholds _thresholds;
    private readonly SlotMap _slots;
    private readonly ShownCounts _shown;
    private readonly Question[] _ratings;
    private readonly Dimension[] _dimensions;

    public Composer(WaveCounts counts, Questionnaire questionnaire)
    {
        _counts = counts;
        _questionnaire = questionnaire;
        _thresholds = counts.Thresholds;
        _slots = SlotMap.Of(questionnaire);
        _shown = new ShownCounts(counts, questionnaire);
        _ratings = [.. questionnaire.OfScale(Scale.Quality5)];
        _dimensions = [.. questionnaire.Dimensions.Where(dimension => questionnaire.Ratings(dimension).Any())];
    }

    public StudyAnalysis Compose(IReadOnlyList<EarlierWave> earlier)
    {
        var questions = Questions();
        var dimensions = Dimensions();
        var expectations = new Expectations(_counts, _questionnaire, _shown);
        var importance = expectations.Importance();
        return new StudyAnalysis
        {
            Questionnaire = _questionnaire,
            Thresholds = _thresholds,
            Engine = _counts.Engine,
            Attributes = _counts.Attributes,
            Groups = ByAudience(audience => Group(_counts[audience])),
            Questions = questions,
            Dimensions = dimensions,
            Recommendation = expectations.Recommendation(),
            Predictions = expectations.Predictions(),
            Importance = importance,
            Priorities = PriorityList.Of(importance, dimensions, _thresholds),
            Segments = SegmentResults.Of(_counts, _shown),
            Trend = TrendLines.Of(this, [.. earlier.Select(wave => (wave.Name, new Composer(wave.Counts, wave.Questionnaire)))]),
        };
    }

    /// <summary>The wave's questionnaire, for the trend.</summary>
    internal Questionnaire Questionnaire => _questionnaire;

    /// <summary>The thresholds of labels, for the trend.</summary>
    internal Thresholds Thresholds => _thresholds;

    /// <summary>What is shown of one group, for the trend.</summary>
    internal ShownCell Shown(Audience audience) => _shown.Groups[audience];

    private static Dictionary<Audience, T> ByAudience<T>(Func<Audience, T> of) =>
        Enum.GetValues<Audience>().ToDictionary(audience => audience, of);

    private GroupResult Group(AudienceCounts counts)
    {
        var minimum = _thresholds.FullMinimumOf(counts.Audience);
        return new GroupResult
        {
            Audience = counts.Audience,
            Asked = _questionnaire.Questions.Any(question => question.Text.ContainsKey(counts.Audience))
                && counts is not { Invited: 0, OptIn: false, Responses: 0 },
            Invited = counts.Invited,
            Responses = _shown.Groups[counts.Audience].Responses,
            OptIn = counts.OptIn,
            Census = IsCensus(counts),
            Confidential = counts.Responses < minimum,
            CommentsShown = counts.Responses >= minimum,
        };
    }

    private static bool IsCensus(AudienceCounts counts) =>
        counts is { Audience: Audience.Executive, OptIn: false, Invited: > 0 } && counts.Responses >= counts.Invited;

    private bool IsCensus(Pair pair) => pair != Pair.Counter && IsCensus(_counts[Audience.Executive]);

    private IReadOnlyList<QuestionResult> Questions()
    {
        var gaps = Gaps(_ratings, (audience, question) => _shown.Groups[audience].Questions[question.Key].Select(Side.Of));
        return
        [
            .. _ratings.Select((question, i) => new QuestionResult
            {
                Question = question,
                Groups = ByAudience(audience => _shown.Groups[audience].Questions[question.Key].Select(ratings => ratings.Figures())),
                Gaps = gaps.ToDictionary(family => family.Key, family => family.Value[i]),
                DerivedImportance = DerivedImportance(question),
            }),
        ];
    }

    private IReadOnlyList<DimensionResult> Dimensions()
    {
        var gaps = Gaps(_dimensions, (audience, dimension) => _shown.Groups[audience].Dimensions[dimension.Key].Select(Side.Of));
        return
        [
            .. _dimensions.Select((dimension, i) => new DimensionResult
            {
                Dimension = dimension,
                Groups = ByAudience(audience => _shown.Groups[audience].Dimensions[dimension.Key].Select(shown => shown.Figures())),
                Gaps = gaps.ToDictionary(family => family.Key, family => family.Value[i]),
                Chain = ChainOf(gaps[Pair.Mirror][i], gaps[Pair.Leadership][i], gaps[Pair.Counter][i]),
                Alpha = Alpha(dimension),
            }),
        ];
    }

    private Dictionary<Pair, IReadOnlyList<Cell<Gap>>> Gaps<T>(T[] items, Func<Audience, T, Cell<Side>> side) => Pairs.All.ToDictionary(
        pair => pair,
        pair => new GapFamily(pair, IsCensus(pair), _thresholds).Of([.. items.Select(item => (side(pair.From, item), side(pair.To, item)))]));

    private static Cell<Chain> ChainOf(Cell<Gap> mirror, Cell<Gap> leadership, Cell<Gap> counter) =>
        (mirror.Withheld ?? leadership.Withheld ?? counter.Withheld) is { } reason
            ? reason
            : Chain.Of(mirror.Value!.Label, leadership.Value!.Label, counter.Value!.Label);

    private Correlation? DerivedImportance(Question question)
    {
        var customers = _counts[Audience.Customer];
        var shown = _shown.Groups[Audience.Customer].Questions;
        if (_questionnaire.Overall is not { } overall || question.Key == overall
            || !shown[question.Key].IsShown || !shown[overall].IsShown
            || customers.WithOverall[_slots.FirstOf(question)] is not { } joint)
        {
            return null;
        }

        var correlation = Spearman.Of([.. joint.Chunk(5)]);
        return correlation.N >= _thresholds.ImportanceCustomers && correlation.Rho is not null ? correlation : null;
    }

    private Dictionary<Audience, Reliability> Alpha(Dimension dimension)
    {
        var index = _questionnaire.Dimensions.TakeWhile(other => other.Key != dimension.Key).Count();
        return new[] { Audience.Employee, Audience.Customer }
            .Where(audience => _questionnaire.Ratings(dimension).Where(question => question.Text.ContainsKey(audience))
                .All(question => _shown.Groups[audience].Questions[question.Key].IsShown))
            .Select(audience => (Audience: audience, Alpha: CronbachAlpha.Of(_counts[audience].CompleteRows[index])))
            .Where(pair => pair.Alpha is { Alpha: not null } alpha && alpha.NComplete >= _thresholds.AlphaRows && alpha.K >= _thresholds.AlphaQuestions)
            .ToDictionary(pair => pair.Audience, pair => pair.Alpha);
    }
}
