using SurveyGap.Analysis.Surveys;
using Words = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>What a questionnaire asks beside its ratings, and in which languages.</summary>
/// <param name="Name">By language.</param>
/// <param name="Languages">Two letters each, the main one first.</param>
/// <param name="Recommendation">How likely customers recommend the company.</param>
/// <param name="Importance">The three dimensions that matter most.</param>
/// <param name="Predictions">What executives and employees believe that customers say.</param>
/// <param name="Comments">Free words, a field a dimension.</param>
public sealed record Settings(Words Name, IReadOnlyList<string> Languages, bool Recommendation, bool Importance, bool Predictions, bool Comments)
{
    public static Settings Of(Questionnaire questionnaire) => new(
        questionnaire.Name,
        questionnaire.Languages,
        questionnaire.OfScale(Scale.Recommend11).Any(),
        questionnaire.OfScale(Scale.Pick3).Any(),
        questionnaire.OfScale(Scale.Percent).Any(),
        questionnaire.Dimensions.Any(dimension => dimension.Comment is not null));
}
