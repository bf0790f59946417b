using Microsoft.Extensions.Primitives;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;

namespace SurveyGap.Web.Tests.Answering;

public sealed class AnswerSheetTests
{
    private static readonly Question Overall = Mirror.Question("overall_quality");
    private static readonly Question Recommend = Mirror.Question("recommend");
    private static readonly Question Estimate = Mirror.Question("estimate_top2");
    private static readonly Question Importance = Mirror.Question("importance_top3");
    private static readonly FormPage All = FormPages.InOne(Mirror.Questionnaire, Audience.Employee)[0];

    private readonly AnswerSheet _sheet = new(SlotMap.Of(Mirror.Questionnaire), Draft.Empty(Mirror.Questionnaire).Answers, new Dictionary<string, string>());

    [Fact]
    public void Answers_become_the_bytes_that_are_counted()
    {
        Fill(("overall_quality", "5"), ("recommend", "0"), ("estimate_top2", "100"));

        Assert.Equal(Answer.Rating(5), _sheet[Overall]);
        Assert.Equal(Answer.Recommend(0), _sheet[Recommend]);
        Assert.Equal(Answer.Percent(100), _sheet[Estimate]);
        Assert.True(_sheet.IsOpen(Importance));
    }

    [Fact]
    public void Cannot_judge_is_an_answer()
    {
        Fill(("overall_quality", "na"), ("importance_top3", "na"), ("estimate_top2", "na"));

        Assert.All([Overall, Importance, Estimate], question => Assert.Equal(Answer.CannotJudge, _sheet[question]));
        Assert.False(_sheet.IsOpen(Overall));
    }

    [Fact]
    public void A_number_beside_a_ticked_cannot_judge_counts()
    {
        Assert.Empty(Fill(("estimate_top2", new StringValues(["40", "na"]))));

        Assert.Equal(Answer.Percent(40), _sheet[Estimate]);
    }

    [Fact]
    public void Three_are_picked_and_the_others_are_not()
    {
        Fill(("importance_top3", new StringValues(["trust", "people", "access"])));

        Assert.Equal(["access", "people", "trust"], Importance.Options.Where(option => _sheet.IsPicked(Importance, option)).Order(StringComparer.Ordinal));
        Assert.False(_sheet.IsOpen(Importance));
    }

    [Fact]
    public void Four_picks_are_a_fault_and_stay_visible()
    {
        var fault = Assert.Single(Fill(("importance_top3", new StringValues(["trust", "people", "access", "response"]))));

        Assert.Equal((FaultKind.TooMany, "4"), (fault.Kind, fault.Detail));
        Assert.True(_sheet.IsOpen(Importance));
    }

    [Theory]
    [InlineData("estimate_top2", "101")]
    [InlineData("estimate_top2", "viele")]
    [InlineData("overall_quality", "6")]
    [InlineData("overall_quality", "0")]
    [InlineData("recommend", "-1")]
    public void What_the_scale_does_not_have_is_a_fault(string question, string value) =>
        Assert.Equal((FaultKind.NotANumber, value), Fill((question, value)).Select(fault => (fault.Kind, fault.Detail)).Single());

    [Fact]
    public void A_comment_is_trimmed_bounded_and_can_be_taken_back()
    {
        Fill(("comment-people", "  Zwei\r\nZeilen "), ("comment-trust", new string('x', 3000)));
        Assert.Equal("Zwei\nZeilen", _sheet.Comments["people"]);
        Assert.Equal(All.LongestComment, _sheet.Comments["trust"].Length);

        Fill(("comment-people", " "));
        Assert.DoesNotContain("people", _sheet.Comments.Keys);
    }

    [Theory]
    [InlineData("Ein\0Wort", "EinWort")]
    [InlineData("\u0001a\tb\u0085c\u009f", "a\tb\nc")]
    public void A_comment_holds_nothing_that_the_database_refuses(string sent, string kept)
    {
        Fill(("comment-people", sent));

        Assert.Equal(kept, _sheet.Comments["people"]);
    }

    [Fact]
    public void Half_a_character_is_left_out_and_a_whole_one_stays()
    {
        Fill(("comment-people", "halb \ud83d ganz \ud83d\ude00"));

        Assert.Equal("halb  ganz \ud83d\ude00", _sheet.Comments["people"]);
    }

    [Fact]
    public void A_comment_of_control_characters_is_none()
    {
        Fill(("comment-people", "\0\u0007"));

        Assert.DoesNotContain("people", _sheet.Comments.Keys);
    }

    private IReadOnlyList<Fault> Fill(params (string Field, StringValues Value)[] fields) =>
        _sheet.Fill(All, fields.ToDictionary(field => field.Field, field => field.Value).Form());
}
