using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>Changes to the dimensions of a questionnaire. What people choose the three most important from follows.</summary>
internal static class DimensionEdits
{
    public static Dimension? FindDimension(this Questionnaire questionnaire, string key) =>
        questionnaire.Dimensions.FirstOrDefault(dimension => dimension.Key == key);

    /// <summary>The questions of a dimension, of any scale; with null those outside of them.</summary>
    public static IEnumerable<Question> Of(this Questionnaire questionnaire, Dimension? dimension) =>
        questionnaire.Questions.Where(question => question.Dimension == dimension?.Key);

    /// <summary>At the end, and among the options of what matters most.</summary>
    public static Questionnaire Adding(this Questionnaire questionnaire, Dimension dimension) => questionnaire with
    {
        Dimensions = [.. questionnaire.Dimensions, dimension],
        Questions = [.. questionnaire.Questions.Select(question => question.Scale is Scale.Pick3 ? question with { Options = [.. question.Options, dimension.Key] } : question)],
    };

    public static Questionnaire Replacing(this Questionnaire questionnaire, Dimension dimension) => questionnaire with
    {
        Dimensions = [.. questionnaire.Dimensions.Select(each => each.Key == dimension.Key ? dimension : each)],
    };

    /// <summary>With its questions. Where no more than three are left to choose from, choosing the three most important goes too.</summary>
    public static Questionnaire Without(this Questionnaire questionnaire, Dimension dimension)
    {
        var gone = questionnaire.Of(dimension).Aggregate(questionnaire, (rest, question) => rest.Without(question));
        return gone with
        {
            Dimensions = [.. gone.Dimensions.Where(each => each.Key != dimension.Key)],
            Questions =
            [
                .. gone.Questions
                    .Select(question => question with { Options = [.. question.Options.Where(option => option != dimension.Key)] })
                    .Where(question => question.Scale is not Scale.Pick3 || question.Options.Count > 3),
            ],
        };
    }

    /// <summary>One place up or down; at the end nothing changes.</summary>
    public static Questionnaire Moving(this Questionnaire questionnaire, Dimension dimension, bool up)
    {
        var dimensions = questionnaire.Dimensions.ToList();
        var here = dimensions.FindIndex(each => each.Key == dimension.Key);
        var there = up ? here - 1 : here + 1;
        if (here < 0 || there < 0 || there == dimensions.Count)
            return questionnaire;
        (dimensions[here], dimensions[there]) = (dimensions[there], dimensions[here]);
        return questionnaire with { Dimensions = dimensions };
    }
}
