using SurveyGap.Analysis.Surveys;
using Words = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace SurveyGap.Web.Features.Studies;

/// <summary>Whether all groups are asked the same, in every language: a pure function of the questionnaire.</summary>
public static class ParityCheck
{
    /// <summary>
    /// All findings, in the order of the questionnaire, those that block first. Without a blocking one, <see cref="QuestionnaireFile.Read"/>
    /// takes what <see cref="QuestionnaireFile.Write"/> makes of the questionnaire, so a wave may open with it.
    /// <code>var mayOpen = !ParityCheck.Of(questionnaire).Any(finding => finding.IsBlocking);</code>
    /// </summary>
    public static IReadOnlyList<ParityFinding> Of(Questionnaire questionnaire) =>
    [
        .. Missing(questionnaire),
        .. Reversed(questionnaire),
        .. Duplicates(questionnaire),
        .. NotAsked(questionnaire),
    ];

    private static IEnumerable<ParityFinding> Missing(Questionnaire questionnaire) =>
        from text in Texts(questionnaire)
        from language in questionnaire.Languages
        where string.IsNullOrWhiteSpace(text.Words.GetValueOrDefault(language))
        select new ParityFinding(ParityKind.Missing, text.Place with { Language = language });

    private static IEnumerable<ParityFinding> Reversed(Questionnaire questionnaire) =>
        from wording in Wordings(questionnaire)
        where wording.Question.Scale is Scale.Quality5
        let word = NegativeWords.In(wording.Words, wording.Place.Language)
        where word is not null
        select new ParityFinding(ParityKind.Reversed, wording.Place, word);

    // Told at the second of the two, with the key of the first.
    private static IEnumerable<ParityFinding> Duplicates(Questionnaire questionnaire) =>
        from wording in Wordings(questionnaire)
        group wording by (wording.Place.Audience, wording.Place.Language, Words: Bare(wording.Words)) into same
        from wording in same.Skip(1)
        select new ParityFinding(ParityKind.Duplicate, wording.Place, same.First().Question.Key);

    private static IEnumerable<ParityFinding> NotAsked(Questionnaire questionnaire) =>
        from question in questionnaire.OfScale(Scale.Quality5)
        from audience in Enum.GetValues<Audience>()
        where !question.Text.ContainsKey(audience)
        select new ParityFinding(ParityKind.NotAsked, new ParityPlace(question.Key, null, audience, questionnaire.Languages[0]));

    // Every text that somebody reads, in the order of the pages: the language of the place is filled in by the caller.
    private static IEnumerable<(ParityPlace Place, Words Words)> Texts(Questionnaire questionnaire)
    {
        yield return (new ParityPlace(null, null, null, ""), questionnaire.Name);
        foreach (var dimension in questionnaire.Dimensions)
        {
            yield return (new ParityPlace(null, dimension.Key, null, ""), dimension.Name);
            foreach (var (audience, words) in dimension.Comment ?? new Dictionary<Audience, Words>())
                yield return (new ParityPlace(null, dimension.Key, audience, ""), words);
        }

        foreach (var question in questionnaire.Questions)
        {
            yield return (new ParityPlace(question.Key, null, null, ""), question.Label);
            foreach (var (audience, words) in question.Text)
                yield return (new ParityPlace(question.Key, null, audience, ""), words);
        }
    }

    private static IEnumerable<(Question Question, ParityPlace Place, string Words)> Wordings(Questionnaire questionnaire) =>
        from question in questionnaire.Questions
        from asked in question.Text
        from words in asked.Value
        where !string.IsNullOrWhiteSpace(words.Value)
        select (question, new ParityPlace(question.Key, null, asked.Key, words.Key), words.Value);

    // Soft hyphens are not read, and capitals and spaces make no other question.
    private static string Bare(string words) =>
        string.Join(' ', words.Replace("\u00ad", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
