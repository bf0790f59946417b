using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Counts;

/// <summary>What to count where, worked out once from the questionnaire.</summary>
internal sealed class CountingPlan
{
    public CountingPlan(Questionnaire questionnaire, IReadOnlyList<string> attributes)
    {
        Questionnaire = questionnaire;
        Attributes = attributes;
        Slots = SlotMap.Of(questionnaire);
        Levels = [.. Slots.Slots.Select(slot => Answer.Levels(slot.Question.Scale))];
        IsRating = [.. Slots.Slots.Select(slot => slot.Question.Scale == Scale.Quality5)];
        Overall = questionnaire.Questions.FirstOrDefault(question => question.Key == questionnaire.Overall) is { } overall
            ? Slots.FirstOf(overall)
            : null;
    }

    public Questionnaire Questionnaire { get; }

    public IReadOnlyList<string> Attributes { get; }

    public SlotMap Slots { get; }

    public int[] Levels { get; }

    public bool[] IsRating { get; }

    /// <summary>The slots of each dimension's ratings that a group is asked: a question without a wording for it is none of its.</summary>
    public int[][] DimensionSlots(Audience audience) =>
    [
        .. Questionnaire.Dimensions.Select(dimension => Questionnaire.Ratings(dimension)
            .Where(question => question.Text.ContainsKey(audience))
            .Select(Slots.FirstOf).ToArray()),
    ];

    public int? Overall { get; }

    public void Check(Response response)
    {
        if (response.Answers.Length != Slots.Count)
            throw new ArgumentException($"A response has {response.Answers.Length} bytes where the questionnaire has {Slots.Count} slots.", nameof(response));
        if (response.Segments.Count != Attributes.Count)
            throw new ArgumentException($"A response has {response.Segments.Count} segments where the wave has {Attributes.Count}.", nameof(response));
        for (var slot = 0; slot < Levels.Length; slot++)
        {
            if (response.Answers[slot] > Levels[slot] && response.Answers[slot] != Answer.CannotJudge)
                throw new ArgumentException($"Byte {response.Answers[slot]} does not fit slot {slot}.", nameof(response));
        }
    }
}
