using System.Text;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Features.Results.Benchmarks;

/// <summary>
/// Which dimensions may be compared with other clients': those that ask what the template asks, all of it, in its words and in its
/// languages. Capitals, punctuation and spaces do not count; a single other word does, as nobody can tell what it changed.
/// </summary>
internal static class ShippedWords
{
    // The two groups that a norm is made of.
    private static readonly Audience[] Compared = [Audience.Executive, Audience.Customer];

    /// <summary>The keys of the dimensions that may be compared.</summary>
    public static IReadOnlySet<string> Comparable(this Questionnaire asked) => QuestionnaireTemplates.FileOf(asked.Key) is null
        ? new HashSet<string>()
        : asked.Dimensions.Where(dimension => AsksTheSame(asked, QuestionnaireTemplates.Load(asked.Key), dimension)).Select(dimension => dimension.Key).ToHashSet(StringComparer.Ordinal);

    private static bool AsksTheSame(Questionnaire asked, Questionnaire template, Dimension dimension)
    {
        var shipped = template.Ratings(dimension).ToDictionary(question => question.Key, StringComparer.Ordinal);
        var ours = asked.Ratings(dimension).ToList();
        return ours.Count == shipped.Count
            && ours.All(question => shipped.TryGetValue(question.Key, out var model) && Compared.All(audience => IsAskedAlike(question, model, audience)));
    }

    private static bool IsAskedAlike(Question question, Question model, Audience audience)
    {
        var isAsked = question.Text.TryGetValue(audience, out var words);
        return isAsked == model.Text.TryGetValue(audience, out var shipped)
            && (!isAsked || words!.All(text => shipped!.TryGetValue(text.Key, out var original) && Bare(text.Value) == Bare(original)));
    }

    private static string Bare(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
