using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Studies;
using Words = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>Adds and drops languages. Where the words are still those of the template, a new language comes with its translation.</summary>
internal static class LanguageEdits
{
    public static Questionnaire Speaking(this Questionnaire questionnaire, IReadOnlyList<string> languages)
    {
        var shipped = Templates.Of(questionnaire);
        return questionnaire with
        {
            Languages = languages,
            Name = In(questionnaire.Name, shipped.Name),
            Dimensions = [.. questionnaire.Dimensions.Select(dimension => shipped.FindDimension(dimension.Key) is var its ? dimension with
            {
                Name = In(dimension.Name, its?.Name),
                Comment = dimension.Comment is null ? null : ByAudience(dimension.Comment, its?.Comment),
            } : dimension)],
            Questions = [.. questionnaire.Questions.Select(question => shipped.Find(question.Key) is var its ? question with
            {
                Label = In(question.Label, its?.Label),
                Text = ByAudience(question.Text, its?.Text),
            } : question)],
        };

        Dictionary<Audience, Words> ByAudience(IReadOnlyDictionary<Audience, Words> own, IReadOnlyDictionary<Audience, Words>? its) =>
            own.ToDictionary(asked => asked.Key, asked => (Words)In(asked.Value, its?.GetValueOrDefault(asked.Key)));

        Dictionary<string, string> In(Words own, Words? its) => languages
            .Select(language => (language, Words: own.GetValueOrDefault(language) ?? (IsUnchanged(own, its) ? its!.GetValueOrDefault(language) : null)))
            .Where(text => text.Words is not null)
            .ToDictionary(text => text.language, text => text.Words!, StringComparer.Ordinal);
    }

    private static bool IsUnchanged(Words own, Words? its) =>
        its is not null && own.Count > 0 && own.All(text => !its.TryGetValue(text.Key, out var words) || words == text.Value);
}

/// <summary>The template that a questionnaire came from.</summary>
internal static class Templates
{
    public static Questionnaire Default => QuestionnaireTemplates.Load(QuestionnaireTemplates.Default);

    /// <summary>By its key; of a questionnaire that came from elsewhere, the one that has most.</summary>
    public static Questionnaire Of(Questionnaire questionnaire) =>
        QuestionnaireTemplates.FileOf(questionnaire.Key) is null ? Default : QuestionnaireTemplates.Load(questionnaire.Key);
}
