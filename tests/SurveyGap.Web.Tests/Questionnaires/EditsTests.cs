using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Questionnaires;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Tests.Questionnaires;

/// <summary>The changes themselves, from one questionnaire to the next.</summary>
public sealed class EditsTests
{
    private static readonly Questionnaire Mirror = QuestionnaireTemplates.Load(QuestionnaireTemplates.Default);

    public static TheoryData<string> Templates => new(QuestionnaireTemplates.Names);

    [Fact]
    public void A_question_moves_among_those_of_its_dimension_and_not_past_its_ends()
    {
        var contact = Mirror.Find("first_contact")!;

        Assert.Equal(["first_contact", "response_speed", "willing_to_help"], Response(Mirror.Moving(contact, up: true)));
        Assert.Equal(["response_speed", "willing_to_help", "first_contact"], Response(Mirror.Moving(contact, up: false)));
        Assert.Equal(Mirror, Mirror.Moving(Mirror.Find("response_speed")!, up: true));
        Assert.Equal(Mirror, Mirror.Moving(Mirror.Find("willing_to_help")!, up: false));
        Assert.Equal(Mirror, Mirror.Moving(Mirror.Questions[0], up: true));
    }

    [Fact]
    public void A_dimension_moves_and_not_past_the_ends()
    {
        var second = Mirror.Dimensions[1];

        Assert.Equal(second, Mirror.Moving(second, up: true).Dimensions[0]);
        Assert.Equal(second, Mirror.Moving(second, up: false).Dimensions[2]);
        Assert.Equal(Mirror, Mirror.Moving(Mirror.Dimensions[0], up: true));
        Assert.Equal(Mirror, Mirror.Moving(Mirror.Dimensions[^1], up: false));
    }

    [Fact]
    public void A_dimension_goes_with_its_questions_and_as_an_option()
    {
        var without = Mirror.Without(Mirror.FindDimension("response")!);

        Assert.Empty(Response(without));
        Assert.DoesNotContain("response", without.OfScale(Scale.Pick3).Single().Options);
        Assert.Empty(QuestionnaireRules.Faults(without));
    }

    [Fact]
    public void With_three_dimensions_left_nobody_chooses_three()
    {
        var few = Mirror.Dimensions.Skip(3).Aggregate(Mirror, (rest, dimension) => rest.Without(dimension));

        Assert.Empty(few.OfScale(Scale.Pick3));
        Assert.Empty(QuestionnaireRules.Faults(few));
    }

    [Fact]
    public void Without_the_overall_question_there_is_none() =>
        Assert.Null(Mirror.Without(Mirror.Find("overall_quality")!).Overall);

    [Theory]
    [MemberData(nameof(Templates))]
    public void Whatever_is_switched_off_and_on_again_is_there_in_the_words_of_the_template(string name)
    {
        var template = QuestionnaireTemplates.Load(name);
        var settings = Settings.Of(template);
        var off = template.With(settings with { Recommendation = false, Importance = false, Predictions = false, Comments = false });
        var on = off.With(settings);

        Assert.All(off.Questions, question => Assert.Equal(Scale.Quality5, question.Scale));
        Assert.All(off.Dimensions, dimension => Assert.Null(dimension.Comment));
        Assert.Empty(QuestionnaireRules.Faults(off));
        Assert.Equal(
            template.Questions.OrderBy(question => question.Key, StringComparer.Ordinal).Select(Words),
            on.Questions.OrderBy(question => question.Key, StringComparer.Ordinal).Select(Words));
        Assert.Equal(settings with { Name = on.Name, Languages = on.Languages }, Settings.Of(on));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Everything_can_be_switched_on_whatever_the_template(string name)
    {
        var template = QuestionnaireTemplates.Load(name);
        var all = template.With(Settings.Of(template) with { Recommendation = true, Importance = true, Predictions = true, Comments = true });

        Assert.Empty(QuestionnaireRules.Faults(all));
        Assert.DoesNotContain(ParityCheck.Of(all), finding => finding.IsBlocking);
    }

    [Fact]
    public void Who_does_not_predict_is_not_asked_what_customers_would_answer()
    {
        var without = Mirror.With(Settings.Of(Mirror) with { Predictions = false });

        Assert.Equal([Audience.Customer], without.Find("recommend")!.Text.Keys);
        Assert.Empty(without.OfScale(Scale.Percent));
    }

    [Fact]
    public void A_new_language_comes_with_the_translation_where_nothing_was_changed()
    {
        var german = Mirror.With(Settings.Of(Mirror) with { Languages = ["de"] });
        var changed = german.Replacing("honesty", german.Find("honesty")! with { Label = new Dictionary<string, string> { ["de"] = "Offenheit" } });
        var both = changed.With(Settings.Of(changed) with { Languages = ["de", "fr"] });

        Assert.Equal(Mirror.Find("reachability")!.Text[Audience.Customer]["fr"], both.Find("reachability")!.Text[Audience.Customer]["fr"]);
        Assert.DoesNotContain("fr", both.Find("honesty")!.Label.Keys);
        Assert.Equal("honesty", Assert.Single(ParityCheck.Of(both), finding => finding.IsBlocking).Place.Question);
    }

    private static string Words(Question question) => QuestionnaireFile.Write(Mirror with { Questions = [question with { Options = [] }] });

    private static IEnumerable<string> Response(Questionnaire questionnaire) =>
        questionnaire.Questions.Where(question => question.Dimension == "response").Select(question => question.Key);
}
