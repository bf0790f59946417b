using System.Text.RegularExpressions;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Studies;

/// <summary>What must fit together in a questionnaire, wherever it came from.</summary>
public static partial class QuestionnaireRules
{
    // A few kilobytes a release and one screenful of report a dimension: what is beyond is surely a mistake.
    private const int MostDimensions = 20;
    private const int MostQuestions = 100;

    // What a question's key must not take away: columns of ANSWERS.csv, and what the form and its address say beside the answers.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal) { "audience", "language", "wave", "page", "to", "binding" };

    /// <summary>All faults, each with its path; none if the questionnaire may be used.</summary>
    public static IEnumerable<string> Faults(Questionnaire questionnaire) =>
    [
        .. Languages(questionnaire),
        .. Keys(questionnaire),
        .. questionnaire.Questions.SelectMany((question, index) => OfQuestion(questionnaire, question, $"questions[{index}]")),
        .. Overall(questionnaire),
    ];

    private static IEnumerable<string> Languages(Questionnaire questionnaire)
    {
        for (var i = 0; i < questionnaire.Languages.Count; i++)
        {
            if (!LanguageCode().IsMatch(questionnaire.Languages[i]))
                yield return $"languages[{i}]: «{questionnaire.Languages[i]}» should be two small letters, such as \"de\".";
            if (questionnaire.Languages.Take(i).Contains(questionnaire.Languages[i], StringComparer.Ordinal))
                yield return $"languages[{i}]: «{questionnaire.Languages[i]}» stands here twice.";
        }
    }

    private static IEnumerable<string> Keys(Questionnaire questionnaire)
    {
        if (questionnaire.Dimensions.Count is 0 or > MostDimensions)
            yield return $"dimensions: 1 to {MostDimensions} are allowed, here are {questionnaire.Dimensions.Count}.";
        if (questionnaire.Questions.Count is 0 or > MostQuestions)
            yield return $"questions: 1 to {MostQuestions} are allowed, here are {questionnaire.Questions.Count}.";

        // Comments are addressed by the key of a dimension or a question, so the two share one space of names.
        Dictionary<string, string> taken = new(StringComparer.Ordinal);
        var places = questionnaire.Dimensions.Select((dimension, index) => (Path: $"dimensions[{index}].key", dimension.Key))
            .Concat(questionnaire.Questions.Select((question, index) => (Path: $"questions[{index}].key", question.Key)))
            .Prepend((Path: "key", questionnaire.Key));
        foreach (var (path, key) in places)
        {
            if (!KeyShape().IsMatch(key) || Reserved.Contains(key))
                yield return $"{path}: «{key}» cannot be a key; use small letters, digits, - and _, beginning with a letter (not: {string.Join(", ", Reserved)}).";
            if (!taken.TryAdd(key, path))
                yield return $"{path}: «{key}» is already taken by {taken[key]}.";
        }
    }

    private static IEnumerable<string> OfQuestion(Questionnaire questionnaire, Question question, string path)
    {
        var dimensions = questionnaire.Dimensions.Select(dimension => dimension.Key).ToHashSet(StringComparer.Ordinal);
        if (question.Dimension is null && question.Scale == Scale.Quality5)
            yield return $"{path}.dimension: missing; a rating belongs to a dimension.";
        if (question.Dimension is not null && !dimensions.Contains(question.Dimension))
            yield return $"{path}.dimension: there is no dimension «{question.Dimension}».";

        if (question.Text.Count == 0)
            yield return $"{path}.text: no audience has a wording.";

        if (question.Scale != Scale.Pick3 && question.Options.Count > 0)
            yield return $"{path}.options: only a pick3 has options.";
        if (question.Scale == Scale.Pick3 && question.Options.Count <= 3)
            yield return $"{path}.options: a pick3 needs more than three dimensions to choose from.";
        for (var i = 0; i < question.Options.Count; i++)
        {
            if (!dimensions.Contains(question.Options[i]))
                yield return $"{path}.options[{i}]: there is no dimension «{question.Options[i]}».";
            if (question.Options.Take(i).Contains(question.Options[i], StringComparer.Ordinal))
                yield return $"{path}.options[{i}]: «{question.Options[i]}» stands here twice.";
        }
    }

    private static IEnumerable<string> Overall(Questionnaire questionnaire)
    {
        if (questionnaire.Overall is { } key && !questionnaire.OfScale(Scale.Quality5).Any(question => question.Key == key))
            yield return $"overall: there is no rating «{key}».";
    }

    [GeneratedRegex("^[a-z]{2}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LanguageCode();

    [GeneratedRegex("^[a-z][a-z0-9_-]{0,49}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyShape();
}
