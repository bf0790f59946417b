using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Answering;

/// <summary>What one audience is asked on one page of the form.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Dimension">What the page is about; null for the last one, on importance.</param>
/// <param name="Questions">In the order of the questionnaire.</param>
/// <param name="Comments">Dimensions that this page invites to comment on.</param>
/// <param name="LongestComment">In characters, the same on each page.</param>
public sealed record FormPage(
    int Number,
    Dimension? Dimension,
    IReadOnlyList<Question> Questions,
    IReadOnlyList<Dimension> Comments,
    int LongestComment);

/// <summary>The pages of one audience's form.</summary>
public static class FormPages
{
    // Measured with people reading aloud; a comment is not counted, nobody owes one.
    private const double SecondsAQuestion = 8.5;

    private const int MostInAComment = 2000;

    // Shared out evenly beforehand, so that nobody is told after writing that it was too much.
    private const int MostInAllComments = 16_000;

    /// <summary>
    /// Overall quality, recommendation and estimate first, before the details colour them; then a page for each dimension;
    /// importance last. The same order for all groups, or their answers could not be compared.
    /// </summary>
    public static IReadOnlyList<FormPage> Of(Questionnaire questionnaire, Audience audience)
    {
        var overall = questionnaire.Questions.FirstOrDefault(question => question.Key == questionnaire.Overall)?.Dimension;
        var first = questionnaire.Dimensions.FirstOrDefault(dimension => dimension.Key == overall);
        var details = questionnaire.Dimensions.Where(dimension => dimension != first).ToList();

        var longest = LongestComment(questionnaire, audience);

        List<FormPage> pages = [];
        Add(first, question => question.Scale is not Scale.Pick3 && (question.Dimension is null || question.Dimension == overall));
        foreach (var dimension in details)
            Add(dimension, question => question.Dimension == dimension.Key);
        Add(dimension: null, question => question.Scale is Scale.Pick3 && question.Dimension is null);
        return pages;

        void Add(Dimension? dimension, Func<Question, bool> belongs)
        {
            var asked = questionnaire.Questions.Where(question => question.Text.ContainsKey(audience) && belongs(question)).ToList();
            var invited = dimension?.Comment?.ContainsKey(audience) is true ? new[] { dimension } : [];
            if (asked.Count + invited.Length > 0)
                pages.Add(new FormPage(pages.Count + 1, dimension, asked, invited, longest));
        }
    }

    /// <summary>Everything on one page, in the same order.</summary>
    public static IReadOnlyList<FormPage> InOne(Questionnaire questionnaire, Audience audience)
    {
        var pages = Of(questionnaire, audience);
        return [new(1, null, [.. pages.SelectMany(page => page.Questions)], [.. pages.SelectMany(page => page.Comments)], LongestComment(questionnaire, audience))];
    }

    private static int LongestComment(Questionnaire questionnaire, Audience audience)
    {
        var invited = questionnaire.Dimensions.Count(dimension => dimension.Comment?.ContainsKey(audience) is true);
        return Math.Min(MostInAComment, MostInAllComments / Math.Max(1, invited));
    }

    /// <summary>How long the pages from this number on take, in minutes; never promised as less than one.</summary>
    public static int MinutesFrom(this IReadOnlyList<FormPage> pages, int number) =>
        Math.Max(1, (int)Math.Ceiling(pages.Skip(number - 1).Sum(page => page.Questions.Count) * SecondsAQuestion / 60));
}
