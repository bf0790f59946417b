using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Suppression;

/// <summary>Judges the cells of one group: the group as a whole, and its segment cells.</summary>
internal sealed class Judge(Questionnaire questionnaire, Thresholds thresholds)
{
    private readonly SlotMap _slots = SlotMap.Of(questionnaire);
    private readonly Question[] _ratings = [.. questionnaire.OfScale(Scale.Quality5)];

    /// <summary>The fewest persons of a group for its responses and dimensions. Without suppression nobody is enough.</summary>
    public int Minimum(Audience audience) => thresholds.ShowEverything ? 0 : thresholds.MinimumOf(audience);

    /// <summary>The fewest persons of a group for single questions.</summary>
    public int MinimumForQuestions(Audience audience) => thresholds.ShowEverything ? 0 : thresholds.QuestionMinimumOf(audience);

    /// <summary>The group as a whole.</summary>
    public Verdicts Group(AudienceCounts audience) => new(
        TooFew(audience.Responses, Minimum(audience.Audience)),
        _ratings.ToDictionary(question => question.Key, question => Group(audience, audience.All.Slots[_slots.FirstOf(question)])),
        questionnaire.Dimensions.Select((dimension, i) => (dimension.Key, audience.All.Dimensions[i].Persons))
            .ToDictionary(pair => pair.Key, pair => TooFew(pair.Persons, Minimum(audience.Audience))),
        new HashSet<string>());

    /// <summary>The segment cells, in the order of <see cref="AudienceCounts.Segments"/>.</summary>
    public IReadOnlyList<Verdicts> Segments(AudienceCounts audience)
    {
        var responses = SegmentSuppression.Of(audience, Subject.Responses, thresholds);
        var questions = _ratings.ToDictionary(question => question.Key, question => SegmentSuppression.Of(
            audience, Subject.Question(_slots.FirstOf(question), unanimity: audience.Audience == Audience.Employee), thresholds));
        var dimensions = questionnaire.Dimensions.Select((dimension, i) => (dimension.Key, i)).ToDictionary(
            pair => pair.Key, pair => SegmentSuppression.Of(audience, Subject.Dimension(pair.i), thresholds));
        var tied = Tied(audience, questions);
        return
        [
            .. audience.Segments.Select((_, i) => new Verdicts(
                responses[i],
                questions.ToDictionary(pair => pair.Key, pair => responses[i] ?? pair.Value[i]),
                dimensions.ToDictionary(pair => pair.Key, pair => responses[i] ?? pair.Value[i]),
                tied)),
        ];
    }

    private Withheld? Group(AudienceCounts audience, SlotCounts slot) =>
        TooFew(slot.Answered, MinimumForQuestions(audience.Audience))
        ?? (Unanimity.Of(slot.Levels, thresholds.UnanimousBelowOf(audience.Audience)) ? Withheld.Unanimous : null);

    /// <summary>
    /// Persons' means tie the questions of a dimension together: with one of them withheld in some cell, those of the other cells
    /// could give it away. So they are shown only where no cell of the group withholds any of the dimension's questions.
    /// </summary>
    private HashSet<string> Tied(AudienceCounts audience, Dictionary<string, IReadOnlyList<Withheld?>> questions) =>
    [
        .. questionnaire.Dimensions.Where(dimension => questionnaire.Ratings(dimension).Any(question => audience.Segments
                .Where((segment, i) => questions[question.Key][i] is not null && segment.Counts.Slots[_slots.FirstOf(question)].Answered > 0)
                .Any()))
            .Select(dimension => dimension.Key),
    ];

    private static Withheld? TooFew(long persons, int minimum) => persons < minimum ? Withheld.TooFew : null;
}
