using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Tests.Studies;

/// <summary>The rules that the questionnaires which ship keep beyond being valid.</summary>
public sealed class ServiceMirrorTests
{
    private static readonly Questionnaire Mirror = QuestionnaireTemplates.Load("service-mirror");

    [Fact]
    public void Every_questionnaire_that_ships_is_valid() =>
        Assert.All(QuestionnaireTemplates.Names, name => Assert.Equal(name, QuestionnaireTemplates.Load(name).Key));

    [Fact]
    public void Overall_quality_and_recommendation_come_first_and_importance_last()
    {
        Assert.Equal(["overall_quality", "versus_competitors", "recommend"], Mirror.Questions.Take(3).Select(question => question.Key));
        Assert.Equal("importance_top3", Mirror.Questions[^1].Key);
        Assert.Equal("overall_quality", Mirror.Overall);
    }

    [Fact]
    public void Every_rating_is_asked_of_all_three_and_only_the_insiders_estimate()
    {
        Assert.Equal(26, Mirror.OfScale(Scale.Quality5).Count());
        Assert.All(Mirror.OfScale(Scale.Quality5), question => Assert.Equal(3, question.Text.Count));
        Assert.Equal([Audience.Executive, Audience.Employee], Mirror.OfScale(Scale.Percent).Single().Text.Keys);
    }

    [Fact]
    public void It_speaks_four_languages_without_an_eszett()
    {
        Assert.Equal(["de", "en", "fr", "it"], Mirror.Languages);
        Assert.DoesNotContain(AllTexts(), text => text.Contains('ß', StringComparison.Ordinal));
    }

    [Fact]
    public void Questions_have_at_most_18_words_and_labels_45_characters()
    {
        Assert.All(Mirror.Questions.SelectMany(question => question.Text.Values).SelectMany(wording => wording.Values),
            text => Assert.InRange(text.Split(' ').Length, 1, 18));
        Assert.All(Mirror.Questions.SelectMany(question => question.Label.Values),
            label => Assert.InRange(label.Replace("\u00ad", "", StringComparison.Ordinal).Length, 1, 45));
    }

    [Fact]
    public void Soft_hyphens_stand_in_names_and_labels_only() =>
        Assert.DoesNotContain(Mirror.Questions.SelectMany(question => question.Text.Values).SelectMany(wording => wording.Values),
            text => text.Contains('\u00ad', StringComparison.Ordinal));

    private static IEnumerable<string> AllTexts() =>
        Mirror.Questions.SelectMany(question => question.Text.Values.Append(question.Label).SelectMany(texts => texts.Values))
            .Concat(Mirror.Dimensions.SelectMany(dimension => dimension.Comment!.Values.Append(dimension.Name).SelectMany(texts => texts.Values)));
}
