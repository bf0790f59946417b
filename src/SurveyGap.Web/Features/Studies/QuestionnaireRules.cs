using System.Text.RegularExpressions;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Studies;

/// <summary>What must fit together in a questionnaire, wherever it came from.</summary>
public static partial class QuestionnaireRules
{
    /// <summary>The longest name of a questionnaire or a dimension, in characters.</summary>
    public const int LongestName = 80;

    /// <summary>The longest label of a question, in characters.</summary>
    public const int LongestLabel = 60;

    /// <summary>The longest wording of a question, in characters.</summary>
    public const int LongestWording = 300;

    // A few kilobytes a release and one screenful of report a dimension: what is beyond is surely a mistake.
    private const int MostDimensions = 20;
    private const int MostQuestions = 100;

    // What a question's key must not take away: columns of ANSWERS.csv, and what the form and its address say beside the answers.
    internal static readonly IReadOnlySet<string> ReservedKeys = new HashSet<string>(StringComparer.Ordinal) { "audience", "language", "wave", "page", "to", "binding" };

    /// <summary>All faults, each with its path; none if the questionnaire may be used.</summary>
    public static IEnumerable<QuestionnaireFault> Faults(Questionnaire questionnaire) =>
    [
        .. Languages(questionnaire),
        .. Keys(questionnaire),
        .. questionnaire.Questions.SelectMany((question, index) => OfQuestion(questionnaire, question, $"questions[{index}]")),
        .. Overall(questionnaire),
    ];

    private static IEnumerable<QuestionnaireFault> Languages(Questionnaire questionnaire)
    {
        for (var i = 0; i < questionnaire.Languages.Count; i++)
        {
            if (!LanguageCode().IsMatch(questionnaire.Languages[i]))
                yield return Fault($"languages[{i}]", QuestionnaireFaultKind.LanguageShape, questionnaire.Languages[i]);
            if (questionnaire.Languages.Take(i).Contains(questionnaire.Languages[i], StringComparer.Ordinal))
                yield return Fault($"languages[{i}]", QuestionnaireFaultKind.ValueTwice, questionnaire.Languages[i]);
        }
    }

    private static IEnumerable<QuestionnaireFault> Keys(Questionnaire questionnaire)
    {
        if (questionnaire.Dimensions.Count is 0 or > MostDimensions)
            yield return Fault("dimensions", QuestionnaireFaultKind.DimensionCount, MostDimensions, questionnaire.Dimensions.Count);
        if (questionnaire.Questions.Count is 0 or > MostQuestions)
            yield return Fault("questions", QuestionnaireFaultKind.QuestionCount, MostQuestions, questionnaire.Questions.Count);

        // Comments are addressed by the key of a dimension or a question, so the two share one space of names.
        Dictionary<string, string> taken = new(StringComparer.Ordinal);
        var places = questionnaire.Dimensions.Select((dimension, index) => (Path: $"dimensions[{index}].key", dimension.Key))
            .Concat(questionnaire.Questions.Select((question, index) => (Path: $"questions[{index}].key", question.Key)))
            .Prepend((Path: "key", questionnaire.Key));
        foreach (var (path, key) in places)
        {
            if (!KeyShape().IsMatch(key) || ReservedKeys.Contains(key))
                yield return Fault(path, QuestionnaireFaultKind.KeyShape, key, string.Join(", ", ReservedKeys));
            if (!taken.TryAdd(key, path))
                yield return Fault(path, QuestionnaireFaultKind.KeyTaken, key, taken[key]);
        }
    }

    private static IEnumerable<QuestionnaireFault> OfQuestion(Questionnaire questionnaire, Question question, string path)
    {
        var dimensions = questionnaire.Dimensions.Select(dimension => dimension.Key).ToHashSet(StringComparer.Ordinal);
        if (question.Dimension is null && question.Scale == Scale.Quality5)
            yield return Fault($"{path}.dimension", QuestionnaireFaultKind.NoDimension);
        if (question.Dimension is not null && !dimensions.Contains(question.Dimension))
            yield return Fault($"{path}.dimension", QuestionnaireFaultKind.UnknownDimension, question.Dimension);

        if (question.Text.Count == 0)
            yield return Fault($"{path}.text", QuestionnaireFaultKind.NoAudience);

        if (question.Scale != Scale.Pick3 && question.Options.Count > 0)
            yield return Fault($"{path}.options", QuestionnaireFaultKind.NeedlessOptions);
        if (question.Scale == Scale.Pick3 && question.Options.Count <= 3)
            yield return Fault($"{path}.options", QuestionnaireFaultKind.FewOptions);
        for (var i = 0; i < question.Options.Count; i++)
        {
            if (!dimensions.Contains(question.Options[i]))
                yield return Fault($"{path}.options[{i}]", QuestionnaireFaultKind.UnknownDimension, question.Options[i]);
            if (question.Options.Take(i).Contains(question.Options[i], StringComparer.Ordinal))
                yield return Fault($"{path}.options[{i}]", QuestionnaireFaultKind.ValueTwice, question.Options[i]);
        }
    }

    private static IEnumerable<QuestionnaireFault> Overall(Questionnaire questionnaire)
    {
        if (questionnaire.Overall is { } key && !questionnaire.OfScale(Scale.Quality5).Any(question => question.Key == key))
            yield return Fault("overall", QuestionnaireFaultKind.UnknownOverall, key);
    }

    private static QuestionnaireFault Fault(string path, QuestionnaireFaultKind kind, params object[] details) => new(path, kind, details);

    [GeneratedRegex("^[a-z]{2}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LanguageCode();

    [GeneratedRegex("^[a-z][a-z0-9_-]{0,49}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyShape();
}
