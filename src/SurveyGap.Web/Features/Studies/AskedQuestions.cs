using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Studies;

/// <summary>What the waves of a study have asked so far: a key that stands here means one question for good, or trends would compare two.</summary>
public sealed class AskedQuestions
{
    private readonly Dictionary<string, (string Wave, Question Question)> _last = new(StringComparer.Ordinal);
    private readonly HashSet<string> _dimensions = new(StringComparer.Ordinal);

    /// <param name="waves">The frozen questionnaires with the names of their waves, the oldest first.</param>
    public AskedQuestions(IEnumerable<(string Wave, Questionnaire Questionnaire)> waves)
    {
        foreach (var (wave, questionnaire) in waves)
        {
            foreach (var question in questionnaire.Questions)
                _last[question.Key] = (wave, question);
            _dimensions.UnionWith(questionnaire.Dimensions.Select(dimension => dimension.Key));
        }
    }

    /// <summary>The keys of all questions.</summary>
    public IReadOnlyCollection<string> Keys => _last.Keys;

    /// <summary>The keys of all dimensions.</summary>
    public IReadOnlyCollection<string> Dimensions => _dimensions;

    /// <summary>The name of the wave that asked it last; null if none did.</summary>
    public string? LastWave(string key) => _last.TryGetValue(key, out var asked) ? asked.Wave : null;

    /// <summary>Whether a wave asked something under this key, and in other words: a language or a group more is no other wording.</summary>
    public bool AskedOtherwise(Question question) => _last.TryGetValue(question.Key, out var asked) && question.AsksOtherwiseThan(asked.Question);
}

/// <summary>When two questions are one.</summary>
public static class QuestionWording
{
    /// <summary>Whether one of the groups would read other words, or choose among other options; languages and groups that only one of them has do not count.</summary>
    public static bool AsksOtherwiseThan(this Question question, Question other) =>
        question.Scale != other.Scale
        || !question.Options.ToHashSet(StringComparer.Ordinal).SetEquals(other.Options)
        || (from asked in question.Text
            from words in asked.Value
            where other.Text.TryGetValue(asked.Key, out var then) && then.TryGetValue(words.Key, out var before) && before != words.Value
            select words).Any();
}
