using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Results;

/// <summary>Whether two questionnaires asked a group the same.</summary>
internal static class Wording
{
    /// <summary>
    /// A question: the same key, scale and wording for the group in every language that both have. A dimension: the same questions, all alike.
    /// </summary>
    public static bool IsAlike(Questionnaire now, Questionnaire before, Audience audience, string key, bool isDimension) =>
        isDimension ? IsDimensionAlike(now, before, audience, key) : IsQuestionAlike(Find(now, key), Find(before, key), audience);

    private static bool IsDimensionAlike(Questionnaire now, Questionnaire before, Audience audience, string key)
    {
        Question[] mine = [.. now.OfScale(Scale.Quality5).Where(question => question.Dimension == key)];
        Question[] theirs = [.. before.OfScale(Scale.Quality5).Where(question => question.Dimension == key)];
        return mine.Length > 0 && before.Dimensions.Any(dimension => dimension.Key == key) && mine.Length == theirs.Length
            && mine.All(question => IsQuestionAlike(question, theirs.FirstOrDefault(other => other.Key == question.Key), audience));
    }

    private static bool IsQuestionAlike(Question? now, Question? before, Audience audience)
    {
        if (now is null || before is null || now.Scale != before.Scale
            || !now.Text.TryGetValue(audience, out var mine) || !before.Text.TryGetValue(audience, out var theirs))
        {
            return false;
        }

        string[] both = [.. mine.Keys.Where(theirs.ContainsKey)];
        return both.Length > 0 && both.All(language => mine[language] == theirs[language]);
    }

    private static Question? Find(Questionnaire questionnaire, string key) =>
        questionnaire.Questions.FirstOrDefault(question => question.Key == key);
}
