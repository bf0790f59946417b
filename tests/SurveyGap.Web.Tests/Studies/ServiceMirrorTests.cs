using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Tests.Studies;

/// <summary>What the service mirror asks; the rules of every questionnaire that ships are in <see cref="QuestionnaireTemplatesTests"/>.</summary>
public sealed class ServiceMirrorTests
{
    private static readonly Questionnaire Mirror = QuestionnaireTemplates.Load("service-mirror");

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
    public void It_speaks_four_languages() =>
        Assert.Equal(["de", "en", "fr", "it"], Mirror.Languages);
}
