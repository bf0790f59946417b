using System.Text;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Tests.Answering;

public sealed class AnswersFileTests
{
    private static readonly Questionnaire Mirror = QuestionnaireTemplates.Load(QuestionnaireTemplates.Default);
    private static readonly SlotMap Slots = SlotMap.Of(Mirror);

    [Fact]
    public async Task Ratings_are_digits_or_words_of_any_language_in_any_case()
    {
        var answers = await Read("""
            audience,overall_quality
            customer,4
            Customer,GUT
            CUSTOMER,Good
            customer,bon
            customer,Buono
            """);

        Assert.All(answers.Rows, row => Assert.Equal(Answer.Rating(4), Byte(row, "overall_quality")));
        Assert.All(answers.Rows, row => Assert.Equal(Audience.Customer, row.Response.Audience));
    }

    [Fact]
    public async Task Empty_is_not_answered_na_cannot_be_judged_and_a_missing_column_was_never_asked()
    {
        var answers = await Read("""
            audience,overall_quality,reachability,recommend
            customer,,na,Kann ich nicht beurteilen
            employee,I cannot judge this,Je ne peux pas en juger,NA
            """);

        Assert.Equal(Answer.None, Byte(answers.Rows[0], "overall_quality"));
        Assert.Equal(Answer.CannotJudge, Byte(answers.Rows[0], "reachability"));
        Assert.Equal(Answer.CannotJudge, Byte(answers.Rows[0], "recommend"));
        Assert.Equal(Answer.None, Byte(answers.Rows[0], "friendliness"));
        Assert.Equal(3, answers.Rows[1].Response.Answers.Count(value => value == Answer.CannotJudge));
    }

    [Fact]
    public async Task Recommendation_estimate_and_importance_have_their_own_values()
    {
        var row = (await Read("""
            audience,recommend,estimate_top2,importance_top3
            executive,0,100,response|Access
            """)).Rows[0];

        Assert.Equal(Answer.Recommend(0), Byte(row, "recommend"));
        Assert.Equal(Answer.Percent(100), Byte(row, "estimate_top2"));
        Assert.Equal(["response", "access"], Slots.Slots.Where(slot => slot.Option is not null && row.Response.Answers[slot.Index] == Answer.Picked).Select(slot => slot.Option));
        Assert.Equal(5, Slots.Slots.Count(slot => slot.Option is not null && row.Response.Answers[slot.Index] == Answer.NotPicked));
    }

    [Fact]
    public async Task Segments_keep_the_order_of_the_columns_and_executives_carry_none()
    {
        var answers = await Read("""
            audience,segment:Country,language,segment:channel
            customer,CH,DE,
            executive,CH,de,Telefon
            """);

        Assert.Equal(["Country", "language", "channel"], answers.Attributes);
        Assert.Equal(["CH", "de", null], answers.Rows[0].Response.Segments);
        Assert.Equal([null, null, null], answers.Rows[1].Response.Segments);
    }

    [Fact]
    public async Task Comments_belong_to_a_dimension_or_a_question()
    {
        var row = (await Read("audience,comment:access,comment:reachability\ncustomer,\"Zu lange gewartet,\r\nzweimal\",Nie erreichbar")).Rows[0];

        Assert.Equal("Zu lange gewartet,\nzweimal", row.Comments["access"]);
        Assert.Equal("Nie erreichbar", row.Comments["reachability"]);
    }

    [Theory]
    [InlineData("utf-8", true, ',')]
    [InlineData("utf-8", false, ';')]
    [InlineData("utf-16", true, '\t')]
    [InlineData("utf-16", false, ';')]
    [InlineData("utf-16BE", true, ',')]
    [InlineData("utf-16BE", false, ';')]
    [InlineData("windows-1252", false, ';')]
    public async Task Encoding_and_delimiter_are_recognised(string encoding, bool mark, char delimiter)
    {
        const string Text = "audience;segment:Büro;comment:access\r\ncustomer;Zürich;Öfter – für 5 € – «später»\r\n";
        var written = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        byte[] bytes = [.. mark ? written.GetPreamble() : [], .. written.GetBytes(Text.Replace(';', delimiter))];

        var answers = await Read(bytes);

        Assert.Equal(["Büro"], answers.Attributes);
        Assert.Equal("Zürich", answers.Rows[0].Response.Segments[0]);
        Assert.Equal("Öfter – für 5 € – «später»", answers.Rows[0].Comments["access"]);
    }

    [Fact]
    public async Task Rows_know_their_line_below_blank_lines_and_line_breaks_in_cells()
    {
        var answers = await Read("audience,comment:access\n\ncustomer,\"a\nb\"\ncustomer,c\n");

        Assert.Equal([3, 5], answers.Rows.Select(row => row.Line));
    }

    [Fact]
    public async Task A_spreadsheets_hint_about_the_delimiter_is_understood() =>
        Assert.Equal(Answer.Rating(5), Byte((await Read("sep=;\naudience;overall_quality\ncustomer;5\n")).Rows[0], "overall_quality"));

    private static byte Byte(AnswersRow row, string question) =>
        row.Response.Answers[Slots.FirstOf(Mirror.Questions.Single(known => known.Key == question))];

    private static Task<Answers> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static async Task<Answers> Read(byte[] bytes)
    {
        var faults = new DelimitedFaults();
        var answers = await AnswersFile.Read(new MemoryStream(bytes), Mirror, new Dictionary<Audience, int>(), faults);
        Assert.Equal([], faults.First.Select(fault => fault.ToString()));
        return answers!;
    }
}
