using SurveyGap.Analysis.Surveys;
using Words = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace SurveyGap.Web.Features.Preview;

/// <summary>A questionnaire that is still written has gaps; a preview shows them, as «[fr …]».</summary>
internal static class Gaps
{
    public static Questionnaire WithGapsShown(this Questionnaire questionnaire)
    {
        return questionnaire with
        {
            Name = Filled(questionnaire.Name),
            Dimensions = [.. questionnaire.Dimensions.Select(dimension => dimension with
            {
                Name = Filled(dimension.Name),
                Comment = dimension.Comment is null ? null : ByAudience(dimension.Comment),
            })],
            Questions = [.. questionnaire.Questions.Select(question => question with { Label = Filled(question.Label), Text = ByAudience(question.Text) })],
        };

        Dictionary<Audience, Words> ByAudience(IReadOnlyDictionary<Audience, Words> wordings) =>
            wordings.ToDictionary(asked => asked.Key, asked => (Words)Filled(asked.Value));

        Dictionary<string, string> Filled(Words words) =>
            questionnaire.Languages.ToDictionary(language => language, language => words.GetValueOrDefault(language) ?? $"[{language} …]", StringComparer.Ordinal);
    }
}
