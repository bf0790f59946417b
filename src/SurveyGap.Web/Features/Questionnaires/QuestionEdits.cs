using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>Changes to the questions of a questionnaire, each from one value to the next.</summary>
internal static class QuestionEdits
{
    public static Question? Find(this Questionnaire questionnaire, string key) =>
        questionnaire.Questions.FirstOrDefault(question => question.Key == key);

    /// <summary>At the end of its dimension.</summary>
    public static Questionnaire Adding(this Questionnaire questionnaire, Question question)
    {
        var questions = questionnaire.Questions.ToList();
        questions.Insert(questions.FindLastIndex(each => each.Dimension == question.Dimension) + 1 is > 0 and var end ? end : questions.Count, question);
        return questionnaire with { Questions = questions };
    }

    /// <summary>In the place of the question with this key, which the new one may not have.</summary>
    public static Questionnaire Replacing(this Questionnaire questionnaire, string key, Question question) => questionnaire with
    {
        Questions = [.. questionnaire.Questions.Select(each => each.Key == key ? question : each)],
        Overall = questionnaire.Overall == key ? question.Key : questionnaire.Overall,
    };

    /// <summary>With this rating as the overall one, which estimates are compared with; or not with this one.</summary>
    public static Questionnaire WithOverall(this Questionnaire questionnaire, string key, bool isOverall) => questionnaire with
    {
        Overall = isOverall ? key : questionnaire.Overall == key ? null : questionnaire.Overall,
    };

    public static Questionnaire Without(this Questionnaire questionnaire, Question question) => questionnaire with
    {
        Questions = [.. questionnaire.Questions.Where(each => each.Key != question.Key)],
        Overall = questionnaire.Overall == question.Key ? null : questionnaire.Overall,
    };

    /// <summary>Before the question above, or behind the one below, of the same dimension; at the end of it nothing changes.</summary>
    public static Questionnaire Moving(this Questionnaire questionnaire, Question question, bool up)
    {
        var questions = questionnaire.Questions.ToList();
        var here = questions.FindIndex(each => each.Key == question.Key);
        var there = up
            ? questions.FindLastIndex(Math.Max(0, here - 1), Math.Max(0, here), each => each.Dimension == question.Dimension)
            : questions.FindIndex(here + 1, each => each.Dimension == question.Dimension);
        if (here < 0 || there < 0 || here == there)
            return questionnaire;
        (questions[here], questions[there]) = (questions[there], questions[here]);
        return questionnaire with { Questions = questions };
    }
}
