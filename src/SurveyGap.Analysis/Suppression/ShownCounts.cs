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
    private readonly SlotMap _slots;
    private readonly Judge _judge;

    public ShownCounts(WaveCounts counts, Questionnaire questionnaire)
    {
        _counts = counts;
        _questionnaire = questionnaire;
        _slots = SlotMap.Of(questionnaire);
        _judge = new Judge(questionnaire, counts.Thresholds);
        Groups = counts.Audiences.ToDictionary(
            audience => audience.Audience, audience => Cell(audience, audience.All, audience.OptIn ? null : audience.Invited, _judge.Group(audience)));
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
        if (counts.Answered < _judge.MinimumForQuestions(audience.Audience))
            return Withheld.TooFew;
        if (counts.Answered < _counts.Thresholds.UnanimousBelowOf(audience.Audience) && counts.Levels.Max() == counts.Answered)
            return Withheld.Unanimous;
        return counts;
    }

    /// <summary>The first option of a pick-three, whose n is the question's. That all of a few agree on an option is no opinion of anybody.</summary>
    public Cell<SlotCounts> Picks(AudienceCounts audience, int firstSlot)
    {
        var counts = audience.All.Slots[firstSlot];
        return counts.Answered < _judge.MinimumForQuestions(audience.Audience) ? Withheld.TooFew : counts;
    }

    private IReadOnlyList<ShownCell> SegmentCells(AudienceCounts audience) =>
        [.. audience.Segments.Zip(_judge.Segments(audience), (segment, verdicts) => Cell(audience, segment.Counts, invited: null, verdicts))];

    private ShownCell Cell(AudienceCounts audience, CellCounts counts, long? invited, Verdicts verdicts)
    {
        Cell<ResponseRate> responses = verdicts.Responses is { } reason
            ? reason
            : new ResponseRate(counts.Responses, invited is > 0 ? (double)counts.Responses / invited : null);
        var questions = _questionnaire.OfScale(Scale.Quality5).ToDictionary(question => question.Key, question =>
            verdicts.Questions[question.Key] is { } why ? (Cell<Ratings>)why : Ratings.Of(counts.Slots[_slots.FirstOf(question)]));
        var dimensions = _questionnaire.Dimensions.Select((dimension, i) => (dimension, i)).ToDictionary(
            pair => pair.dimension.Key,
            pair => Dimension(audience.Audience, pair.dimension, counts, counts.Dimensions[pair.i], questions, verdicts));
        return new ShownCell(responses, questions, dimensions);
    }

    private Cell<ShownDimension> Dimension(
        Audience audience, Dimension dimension, CellCounts counts, DimensionSums sums, Dictionary<string, Cell<Ratings>> questions, Verdicts verdicts)
    {
        Question[] all = [.. _questionnaire.Ratings(dimension)];
        var answered = all.Count(question => counts.Slots[_slots.FirstOf(question)].Answered > 0);
        Ratings[] shown = [.. all.Select(question => questions[question.Key].Value).OfType<Ratings>().Where(ratings => ratings.N > 0)];
        var top2 = Average(shown.Select(ratings => (double)ratings.Top2 / ratings.N));
        var withheld = verdicts.Dimensions[dimension.Key];

        // Three or four executives show no question, so their dimensions tell of none, unless only one question has answers.
        var tellsNothing = shown.Length == answered || (audience == Audience.Executive && shown.Length == 0 && answered > 1);
        if (tellsNothing && !verdicts.PersonsTied.Contains(dimension.Key))
            return withheld is { } reason ? reason : Persons(Moments.Of(sums), top2);
        if (shown.Length == 0 || shown.Length < _counts.Thresholds.DimensionShown * answered)
            return withheld ?? Withheld.Derivable;
        return new ShownDimension(null, Average(shown.Select(ratings => ratings.Moments.Mean!.Value)), top2);
    }

    private static ShownDimension Persons(Moments moments, double? top2) => new(moments, moments.Mean, top2);

    private static double? Average(IEnumerable<double> values) => values.Select(value => (double?)value).Average();
}
