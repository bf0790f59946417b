using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Tests.Answering;

public sealed class FormPagesTests
{
    [Theory]
    [InlineData(Audience.Executive)]
    [InlineData(Audience.Employee)]
    [InlineData(Audience.Customer)]
    public void Every_question_of_an_audience_is_asked_once(Audience audience)
    {
        var asked = FormPages.Of(Mirror.Questionnaire, audience).SelectMany(page => page.Questions).Select(question => question.Key).ToList();
        var wanted = Mirror.Questionnaire.Questions.Where(question => question.Text.ContainsKey(audience)).Select(question => question.Key);

        Assert.Equal(wanted.Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_comments_together_are_bounded_so_that_ballots_have_few_sizes()
    {
        foreach (var name in (IEnumerable<string>)[QuestionnaireTemplates.Default, "executive-self-examination"])
        {
            var questionnaire = QuestionnaireTemplates.Load(name);
            Assert.All(Enum.GetValues<Audience>().Select(audience => FormPages.InOne(questionnaire, audience)[0]), page =>
                Assert.InRange(page.Comments.Count * page.LongestComment, 0, 16_000));
        }
    }

    [Fact]
    public void Overall_quality_and_recommendation_come_first_and_importance_last()
    {
        var pages = FormPages.Of(Mirror.Questionnaire, Audience.Customer);

        Assert.Equal(["overall_quality", "versus_competitors", "recommend"], pages[0].Questions.Select(question => question.Key));
        Assert.Equal("importance_top3", Assert.Single(pages[^1].Questions).Key);
    }

    [Fact]
    public void The_groups_see_the_dimensions_in_the_same_order()
    {
        var orders = Enum.GetValues<Audience>().Select(audience =>
            string.Join(' ', FormPages.Of(Mirror.Questionnaire, audience).Select(page => page.Dimension?.Key)));

        Assert.Single(orders.Distinct());
    }

    [Fact]
    public void No_page_has_more_than_five_questions() =>
        Assert.All(Enum.GetValues<Audience>().SelectMany(audience => FormPages.Of(Mirror.Questionnaire, audience)), page => Assert.InRange(page.Questions.Count, 1, 5));

    [Fact]
    public void The_customers_form_takes_about_four_minutes() =>
        Assert.Equal(4, FormPages.Of(Mirror.Questionnaire, Audience.Customer).MinutesFrom(1));

    [Fact]
    public void On_one_page_the_same_is_asked_in_the_same_order()
    {
        var pages = FormPages.Of(Mirror.Questionnaire, Audience.Employee);
        var page = Assert.Single(FormPages.InOne(Mirror.Questionnaire, Audience.Employee));

        Assert.Equal(pages.SelectMany(each => each.Questions), page.Questions);
        Assert.Equal(pages.SelectMany(each => each.Comments), page.Comments);
    }
}
