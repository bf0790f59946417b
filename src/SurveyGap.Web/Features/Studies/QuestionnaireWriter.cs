using System.Text.Encodings.Web;
using System.Text.Json;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Shared;
using Wordings = System.Collections.Generic.IReadOnlyDictionary<SurveyGap.Analysis.Surveys.Audience, System.Collections.Generic.IReadOnlyDictionary<string, string>>;

namespace SurveyGap.Web.Features.Studies;

/// <summary>From a questionnaire to JSON, in the format that <see cref="QuestionnaireReader"/> reads.</summary>
internal static class QuestionnaireWriter
{
    // The text goes into a file or a column and never into a page, so umlauts may stay readable.
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static string Write(Questionnaire questionnaire) => JsonSerializer.Serialize(
        new
        {
            questionnaire.Key,
            questionnaire.Name,
            questionnaire.Languages,
            questionnaire.Overall,
            Dimensions = questionnaire.Dimensions.Select(dimension => new
            {
                dimension.Key,
                dimension.Name,
                Comment = dimension.Comment is null ? null : ByAudience(dimension.Comment),
            }),
            Questions = questionnaire.Questions.Select(question => new
            {
                question.Key,
                question.Dimension,
                Scale = QuestionnaireReader.Scales.Single(named => named.Value == question.Scale).Key,
                Options = question.Options.Count == 0 ? null : question.Options,
                question.Label,
                Text = ByAudience(question.Text),
            }),
        },
        Format);

    private static Dictionary<string, IReadOnlyDictionary<string, string>> ByAudience(Wordings wordings) =>
        AudienceNames.All
            .Where(named => wordings.ContainsKey(named.Value))
            .ToDictionary(named => named.Key, named => wordings[named.Value], StringComparer.Ordinal);
}
