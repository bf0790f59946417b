using System.Globalization;
using System.Resources;

namespace SurveyGap.Web.Features.Answering;

/// <summary>The words that may stand in an answers file instead of a digit: those of the form, in any of its languages and any case.</summary>
internal static class AnswersWords
{
    private static readonly string[] Languages = ["de", "en", "fr", "it"];

    private static readonly ResourceManager Form = new(typeof(Texts));

    private static readonly Dictionary<string, int> Ratings = Enumerable.Range(1, 5)
        .SelectMany(rating => Words($"Rating.{rating}").Append($"{rating}").Select(word => (word, rating)))
        .ToDictionary(known => known.word, known => known.rating, StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> CannotJudge = new(Words("CannotJudge").Append("na"), StringComparer.OrdinalIgnoreCase);

    /// <summary>The rating 1 to 5 that a word or a digit stands for; null if none.</summary>
    public static int? Rating(string cell) => Ratings.TryGetValue(cell, out var rating) ? rating : null;

    public static bool IsCannotJudge(string cell) => CannotJudge.Contains(cell);

    private static IEnumerable<string> Words(string name) =>
        Languages.Select(language => Form.GetString(name, CultureInfo.GetCultureInfo(language))!).Distinct(StringComparer.OrdinalIgnoreCase);
}
