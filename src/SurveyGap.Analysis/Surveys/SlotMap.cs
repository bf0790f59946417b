using System.Runtime.CompilerServices;

namespace SurveyGap.Analysis.Surveys;

/// <summary>
/// Where each answer of a questionnaire is stored: one byte a slot, one slot a question, for a pick-three one slot an option.
/// See <see cref="Answer"/> for what the byte says.
/// </summary>
public sealed class SlotMap
{
    // A questionnaire never changes, and whoever looks at an answer asks for its slots.
    private static readonly ConditionalWeakTable<Questionnaire, SlotMap> Known = [];

    private readonly Dictionary<string, int> _first = [];

    private SlotMap(IReadOnlyList<Slot> slots)
    {
        Slots = slots;
        foreach (var slot in slots)
            _first.TryAdd(slot.Question.Key, slot.Index);
    }

    /// <summary>All slots; the position in the list is <see cref="Slot.Index"/>.</summary>
    public IReadOnlyList<Slot> Slots { get; }

    /// <summary>How many bytes a response has.</summary>
    public int Count => Slots.Count;

    /// <summary>The slots of a questionnaire, in the order of its questions.</summary>
    public static SlotMap Of(Questionnaire questionnaire) => Known.GetValue(questionnaire, Map);

    private static SlotMap Map(Questionnaire questionnaire)
    {
        List<Slot> slots = [];
        foreach (var question in questionnaire.Questions)
        {
            if (question.Scale != Scale.Pick3)
                slots.Add(new Slot(slots.Count, question, Option: null));
            foreach (var option in question.Options)
                slots.Add(new Slot(slots.Count, question, option));
        }

        return new SlotMap(slots);
    }

    /// <summary>The first slot of a question.</summary>
    /// <exception cref="KeyNotFoundException">The questionnaire has no such question.</exception>
    public int FirstOf(Question question) => _first[question.Key];
}

/// <summary>One byte of a response.</summary>
/// <param name="Index">Its position, from 0.</param>
/// <param name="Question">The question that it answers.</param>
/// <param name="Option">For a pick-three, the dimension key that the byte stands for; otherwise null.</param>
public sealed record Slot(int Index, Question Question, string? Option);
