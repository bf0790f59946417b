using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>
/// What a questionnaire lacks and a template has words for: the kinds that are asked once (a recommendation, an estimate, the three
/// most important dimensions) and the comparison with competitors. Each may be adapted before it is added.
/// </summary>
internal static class Offers
{
    private const string Competitors = "versus_competitors";

    private static readonly Scale[] AskedOnce = [Scale.Recommend11, Scale.Percent, Scale.Pick3];

    public static IEnumerable<Question> Offered(this Questionnaire questionnaire) =>
    [
        .. questionnaire.ComparesWithCompetitors() ? [] : new[] { Templates.Default.Find(Competitors)! with { Dimension = questionnaire.Dimensions[0].Key } },
        .. AskedOnce.Where(scale => !questionnaire.OfScale(scale).Any()).SelectMany(questionnaire.Offered)
            // Who has three dimensions chooses nothing.
            .Where(question => question.Scale is not Scale.Pick3 || question.Options.Count > 3),
    ];

    /// <summary>The questions of a kind, in the words of the template.</summary>
    public static IEnumerable<Question> Offered(this Questionnaire questionnaire, Scale scale) =>
        from question in new[] { Templates.Of(questionnaire), Templates.Default }.Select(template => template.OfScale(scale)).First(found => found.Any())
        select question with { Dimension = null, Options = scale is Scale.Pick3 ? questionnaire.Choice() : [] };

    // Asked in other words, its key has a number behind it.
    private static bool ComparesWithCompetitors(this Questionnaire questionnaire) =>
        questionnaire.Questions.Any(question => question.Key.StartsWith(Competitors, StringComparison.Ordinal));

    private static List<string> Choice(this Questionnaire questionnaire) =>
        [.. questionnaire.Dimensions.Select(dimension => dimension.Key).Where(key => key != questionnaire.Find(questionnaire.Overall ?? "")?.Dimension)];
}
