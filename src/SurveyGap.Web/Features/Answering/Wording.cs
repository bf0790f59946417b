namespace SurveyGap.Web.Features.Answering;

public static class Wording
{
    /// <summary>The text in this language, or in the questionnaire's first one, should a wording be missing.</summary>
    public static string In(this IReadOnlyDictionary<string, string> texts, string language) =>
        texts.TryGetValue(language, out var text) ? text : texts.First().Value;
}
