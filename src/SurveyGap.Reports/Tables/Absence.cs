using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Pages;

namespace SurveyGap.Reports.Tables;

/// <summary>
/// The words for a figure that is not shown. Why it is withheld is not said, as on the page: that a small group is of one
/// opinion would tell half of its answers.
/// </summary>
internal static class Absence
{
    public static string Of(Reading reading, Audience audience) =>
        reading.Words[reading.Asked.Contains(audience) ? "withheld" : "notAsked"];

    public static string Of(Reading reading, Question question, params ReadOnlySpan<Audience> audiences)
    {
        foreach (var audience in audiences)
        {
            if (!reading.Asked.Contains(audience) || !question.Text.ContainsKey(audience))
                return reading.Words["notAsked"];
        }

        return reading.Words["withheld"];
    }

    public static string Of(Reading reading, Dimension dimension, params ReadOnlySpan<Audience> audiences)
    {
        foreach (var audience in audiences)
        {
            if (!reading.Asked.Contains(audience) || !reading.Analysis.Questionnaire.Ratings(dimension).Any(question => question.Text.ContainsKey(audience)))
                return reading.Words["notAsked"];
        }

        return reading.Words["withheld"];
    }
}
