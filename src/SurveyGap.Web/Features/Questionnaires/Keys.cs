using System.Globalization;
using System.Text;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>
/// The keys under which answers are compared between groups and waves. Nobody types them: a new question gets one that none of the
/// study's waves ever asked anything under, and so does a question that is asked in other words than before.
/// </summary>
internal static class Keys
{
    private const int Longest = 40;

    /// <summary>A key for something new, made of its name so that exports stay readable: «Reaktion auf E-Mails» becomes «reaktion-auf-e-mails».</summary>
    /// <param name="fallback">Where the name has no letter that a key may have.</param>
    public static string For(string? name, string fallback, Questionnaire questionnaire, AskedQuestions asked)
    {
        var letters = new StringBuilder();
        // Half a character, or what is none, cannot be taken apart into letter and accent.
        var whole = string.Concat((name ?? "").Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate)));
        foreach (var c in whole.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                letters.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) && letters is [.., not '-'])
                letters.Append('-');
        }

        var key = letters.ToString().TrimStart([.. "0123456789-"]);
        return Free(key.Length == 0 ? fallback : key[..Math.Min(key.Length, Longest)].TrimEnd('-'), questionnaire, asked);
    }

    /// <summary>
    /// The questionnaire with new keys for the questions that this change asks in other words than a wave did. What was changed before
    /// keeps its key: it was decided then.
    /// </summary>
    public static Questionnaire Renewed(this Questionnaire changed, Questionnaire before, AskedQuestions asked) =>
        changed.AskedAnew(before, asked).Aggregate(changed, (result, question) =>
            result.Replacing(question.Key, question with { Key = Free(Stem(question.Key), result, asked) }));

    /// <summary>The questions that a change asks in other words than a wave did under the same key.</summary>
    public static IEnumerable<Question> AskedAnew(this Questionnaire changed, Questionnaire before, AskedQuestions asked) =>
        from question in changed.Questions
        where asked.AskedOtherwise(question)
        let earlier = before.Find(question.Key)
        where earlier is null || question.AsksOtherwiseThan(earlier)
        select question;

    /// <summary>Whether nothing in the questionnaire has this key.</summary>
    public static bool IsFree(this Questionnaire questionnaire, string key) =>
        questionnaire.Find(key) is null && questionnaire.FindDimension(key) is null && questionnaire.Key != key;

    private static string Free(string stem, Questionnaire questionnaire, AskedQuestions asked)
    {
        var taken = questionnaire.Questions.Select(question => question.Key)
            .Concat(questionnaire.Dimensions.Select(dimension => dimension.Key))
            .Append(questionnaire.Key).Concat(asked.Keys).Concat(asked.Dimensions).Concat(QuestionnaireRules.ReservedKeys)
            .ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue)
            .Select(number => number == 1 ? stem : $"{stem}-{number}")
            .First(key => !taken.Contains(key));
    }

    // «speed-2» becomes «speed-3», not «speed-2-2».
    private static string Stem(string key) =>
        key.LastIndexOf('-') is > 0 and var dash && int.TryParse(key.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _) ? key[..dash] : key;
}
