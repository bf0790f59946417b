using SurveyGap.Analysis.Surveys;
using Wordings = System.Collections.Generic.IReadOnlyDictionary<SurveyGap.Analysis.Surveys.Audience, System.Collections.Generic.IReadOnlyDictionary<string, string>>;
using Words = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>Switches parts of a questionnaire on and off. What is switched on comes back in the words of the template.</summary>
internal static class SettingEdits
{
    private static readonly Audience[] Predicting = [Audience.Executive, Audience.Employee];

    public static Questionnaire With(this Questionnaire questionnaire, Settings wanted)
    {
        var now = Settings.Of(questionnaire);
        var result = questionnaire with { Name = wanted.Name };
        if (wanted.Recommendation != now.Recommendation)
            result = wanted.Recommendation ? result.Adding(Scale.Recommend11, wanted.Predictions) : result.Without(Scale.Recommend11);
        if (wanted.Importance != now.Importance)
            result = wanted.Importance ? result.Adding(Scale.Pick3, wanted.Predictions) : result.Without(Scale.Pick3);
        if (wanted.Predictions != now.Predictions)
            result = wanted.Predictions ? result.WithPredictions() : result.WithoutPredictions();
        if (wanted.Comments != now.Comments)
            result = result with { Dimensions = [.. result.Dimensions.Select(dimension => dimension with { Comment = wanted.Comments ? result.ShippedComment(dimension) : null })] };
        return result.Speaking(wanted.Languages);
    }

    private static Questionnaire Without(this Questionnaire questionnaire, Scale scale) =>
        questionnaire with { Questions = [.. questionnaire.Questions.Where(question => question.Scale != scale)] };

    private static Questionnaire Adding(this Questionnaire questionnaire, Scale scale, bool predicted) =>
        questionnaire.Offered(scale).Aggregate(questionnaire, (result, question) => result.Adding(question with
        {
            Text = predicted ? question.Text : Only(question.Text, audience => !Predicting.Contains(audience)),
        }));

    // Executives and employees foresee what customers answer: an estimate of its own, and the customers' questions put to them.
    private static Questionnaire WithPredictions(this Questionnaire questionnaire) => questionnaire.Adding(Scale.Percent, predicted: true) is var result
        ? result with
        {
            Questions = [.. result.Questions.Select(question => question.Scale is Scale.Recommend11 or Scale.Pick3 && result.Offered(question.Scale).FirstOrDefault() is { } shipped
                ? question with { Text = Merged(question.Text, Only(shipped.Text, Predicting.Contains)) }
                : question)],
        }
        : questionnaire;

    private static Questionnaire WithoutPredictions(this Questionnaire questionnaire)
    {
        var rest = questionnaire.Without(Scale.Percent);
        return rest with
        {
            Questions =
            [
                .. rest.Questions
                    .Select(question => question.Scale is Scale.Recommend11 or Scale.Pick3
                        ? question with { Text = Only(question.Text, audience => !Predicting.Contains(audience)) } : question)
                    .Where(question => question.Text.Count > 0),
            ],
        };
    }

    private static Wordings? ShippedComment(this Questionnaire questionnaire, Dimension dimension) =>
        Templates.Of(questionnaire).FindDimension(dimension.Key)?.Comment ?? Templates.Default.Dimensions[0].Comment;

    private static Dictionary<Audience, Words> Only(Wordings wordings, Func<Audience, bool> chosen) =>
        wordings.Where(asked => chosen(asked.Key)).ToDictionary(asked => asked.Key, asked => asked.Value);

    private static Dictionary<Audience, Words> Merged(Wordings own, Wordings more) =>
        more.Concat(own).GroupBy(asked => asked.Key).OrderBy(asked => asked.Key).ToDictionary(asked => asked.Key, asked => asked.Last().Value);
}
