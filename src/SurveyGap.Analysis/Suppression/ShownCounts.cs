using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Suppression;

/// <summary>
/// The step between counts and analysis: a wave's counts with everything withheld that must be. A group or segment cell needs k
/// persons for each question, after «cannot judge» (executives: 5 for questions, 3 for dimensions); small unanimous cells of
/// employees are withheld, and whatever would reveal a withheld cell.
/// </summary>
internal sealed class ShownCounts
{
    private readonly WaveCounts _counts;
    private readonly Questionnaire _questionnaire;
    private readonly Thresholds _thresholds;
    private readonly SlotMap _slots;
    private readonly Question[] _ratings;

    public ShownCounts(WaveCounts counts, Questionnaire questionnaire)
    {
        _counts = counts;
        _questionnaire = questionnaire;
        _thresholds = counts.Thresholds;
        _slots = SlotMap.Of(questionnaire);
        _ratings = [.. questionnaire.OfScale(Scale.Quality5)];
        Groups = counts.Audiences.ToDictionary(audience => audience.Audience, Group);
    }

    /// <summary>Each group as a whole.</summary>
    public IReadOnlyDictionary<Audience, ShownCell> Groups { get; }

    /// <summary>The segment cells of employees and customers, in the order of <see cref="AudienceCounts.Segments"/>.</summary>
    public IReadOnlyDictionary<Audience, IReadOnlyList<ShownCell>> Segments => field ??= _counts.Audiences
        .Where(audience => audience.Audience != Audience.Executive)
        .ToDictionary(audience => audience.Audience, SegmentCells);

    /// <summary>A slot that is no rating: shown from the minimum on (executives: that of questions), and not if small and unanimous.</summary>
    public Cell<SlotCounts> Slot(AudienceCounts audience, int slot)
    {
        var counts = audience.All.Slots[slot];
        if (counts.Answered < MinimumForQuestions(audience.Audience))
            return Withheld.TooFew;
        if (audience.Audience == Audience.Employee && counts.Answered < _thresholds.UnanimousBelow && counts.Levels.Max() == counts.Answered)
            return Withheld.Unanimous;
        return counts;
    }

    /// <summary>The first option of a pick-three, whose n is the question's. That all of a few agree on an option is no opinion of anybody.</summary>
    public Cell<SlotCounts> Picks(AudienceCounts audience, int firstSlot)
    {
        var counts = audience.All.Slots[firstSlot];
        return counts.Answered < MinimumForQuestions(audience.Audience) ? Withheld.TooFew : counts;
    }

    private ShownCell Group(AudienceCounts audience)
    {
        return Cell(
            audience.All,
            audience.Responses < Minimum(audience.Audience) ? Withheld.TooFew : null,
            (_, ratings) => ratings.N < MinimumForQuestions(audience.Audience) ? Withheld.TooFew
                : audience.Audience == Audience.Employee && Unanimity.Of(ratings.Counts, _thresholds.UnanimousBelow) ? Withheld.Unanimous
                : null,
            dimension => audience.All.Dimensions[dimension].Persons < Minimum(audience.Audience) ? Withheld.TooFew : null,
            _ => true,
            audience.OptIn ? null : audience.Invited,
            audience.Audience == Audience.Executive);
    }

    private IReadOnlyList<ShownCell> SegmentCells(AudienceCounts audience)
    {
        var responses = SegmentSuppression.Of(audience, Subject.Responses, _thresholds);
        var questions = _ratings.ToDictionary(question => question.Key, question => SegmentSuppression.Of(
            audience, Subject.Question(_slots.FirstOf(question), unanimity: audience.Audience == Audience.Employee), _thresholds));
        IReadOnlyList<Withheld?>[] dimensions =
        [
            .. Enumerable.Range(0, _questionnaire.Dimensions.Count)
                .Select(dimension => SegmentSuppression.Of(audience, Subject.Dimension(dimension), _thresholds)),
        ];

        // Persons' means tie the questions of a dimension together: with one of them withheld in some cell, those of the other
        // cells could give it away. So they are shown only where no cell of the group withholds any of the dimension's questions.
        bool[] complete =
        [
            .. _questionnaire.Dimensions.Select(dimension => _questionnaire.Ratings(dimension).All(question => audience.Segments
                .Select((segment, i) => questions[question.Key][i] is null || segment.Counts.Slots[_slots.FirstOf(question)].Answered == 0)
                .All(fine => fine))),
        ];
        return
        [
            .. audience.Segments.Select((segment, i) => Cell(
                segment.Counts,
                responses[i],
                (question, _) => responses[i] ?? questions[question][i],
                dimension => responses[i] ?? dimensions[dimension][i],
                dimension => complete[dimension],
                invited: null,
                executives: false)),
        ];
    }

    private ShownCell Cell(
        CellCounts counts,
        Withheld? withheld,
        Func<string, Ratings, Withheld?> withheldQuestion,
        Func<int, Withheld?> withheldDimension,
        Func<int, bool> personsShown,
        long? invited,
        bool executives)
    {
        Cell<ResponseRate> responses = withheld is { } reason
            ? reason
            : new ResponseRate(counts.Responses, invited is > 0 ? (double)counts.Responses / invited : null);
        var questions = _ratings.ToDictionary(question => question.Key, question =>
        {
            var ratings = Ratings.Of(counts.Slots[_slots.FirstOf(question)]);
            return withheldQuestion(question.Key, ratings) is { } why ? (Cell<Ratings>)why : ratings;
        });
        var dimensions = _questionnaire.Dimensions.Select((dimension, index) => (dimension, index)).ToDictionary(
            pair => pair.dimension.Key,
            pair => Dimension(
                pair.dimension, counts, counts.Dimensions[pair.index], withheldDimension(pair.index), personsShown(pair.index), questions, executives));
        return new ShownCell(responses, questions, dimensions);
    }

    private Cell<ShownDimension> Dimension(
        Dimension dimension,
        CellCounts counts,
        DimensionSums sums,
        Withheld? withheld,
        bool personsShown,
        Dictionary<string, Cell<Ratings>> questions,
        bool executives)
    {
        Question[] all = [.. _questionnaire.Ratings(dimension)];
        var answered = all.Count(question => counts.Slots[_slots.FirstOf(question)].Answered > 0);
        Ratings[] shown = [.. all.Select(question => questions[question.Key].Value).OfType<Ratings>().Where(ratings => ratings.N > 0)];
        var top2 = Average(shown.Select(ratings => (double)ratings.Top2 / ratings.N));

        // Three or four executives show no question, so their dimensions tell of none, unless only one question has answers.
        if (personsShown && (shown.Length == answered || (executives && shown.Length == 0 && answered > 1)))
            return withheld is { } reason ? reason : Persons(Moments.Of(sums), top2);
        if (shown.Length == 0 || shown.Length < _thresholds.DimensionShown * answered)
            return withheld ?? Withheld.Derivable;
        return new ShownDimension(null, Average(shown.Select(ratings => ratings.Moments.Mean!.Value)), top2);
    }

    private static ShownDimension Persons(Moments moments, double? top2) => new(moments, moments.Mean, top2);

    private static double? Average(IEnumerable<double> values) => values.Select(value => (double?)value).Average();

    private int Minimum(Audience audience) => _thresholds.ShowEverything ? 0
        : audience == Audience.Executive ? _thresholds.ExecutiveMinimum
        : _thresholds.Minimum;

    private int MinimumForQuestions(Audience audience) => _thresholds.ShowEverything ? 0
        : audience == Audience.Executive ? _thresholds.ExecutiveQuestionMinimum
        : _thresholds.Minimum;
}
