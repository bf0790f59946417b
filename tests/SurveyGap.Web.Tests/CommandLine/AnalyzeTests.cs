using System.Text.Json;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.CommandLine;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Tests.CommandLine;

public sealed class AnalyzeTests : IDisposable
{
    // Executives 4 5 4 (mean 13/3), employees 5 × 3 and one «cannot judge», customers 1 2 2 3 2 (mean 2).
    private const string Answers = """
        audience,first_contact
        executive,4
        executive,exzellent
        executive,good
        employee,3
        employee,3
        employee,3
        employee,3
        employee,3
        employee,na
        customer,1
        customer,2
        customer,schlecht
        customer,3
        customer,2
        """;

    private readonly Console _console = new();

    [Fact]
    public async Task The_means_and_the_three_gaps_are_those_of_the_answers()
    {
        var question = Question(await Json(Answers, "--minimum", "1"), "first_contact");

        var customers = question.GetProperty("groups").GetProperty("customer");
        Assert.Equal(5, customers.GetProperty("n").GetInt32());
        Assert.Equal(2.0, customers.GetProperty("mean").GetDouble(), 12);
        Assert.Equal([0.2, 0.6, 0.2, 0, 0], customers.GetProperty("distribution").EnumerateArray().Select(share => share.GetDouble()));
        Assert.Equal(0, customers.GetProperty("top2").GetProperty("count").GetInt32());
        Assert.Equal(1.0 / 6, question.GetProperty("groups").GetProperty("employee").GetProperty("naRate").GetDouble(), 12);
        Assert.Equal(JsonValueKind.Null, question.GetProperty("groups").GetProperty("employee").GetProperty("meanCi").ValueKind);

        var gaps = question.GetProperty("gaps");
        Assert.Equal((13 / 3.0) - 2, gaps.GetProperty("executive-customer").GetProperty("meanDiff").GetDouble(), 12);
        Assert.Equal((13 / 3.0) - 3, gaps.GetProperty("executive-employee").GetProperty("meanDiff").GetDouble(), 12);
        Assert.Equal(1, gaps.GetProperty("employee-customer").GetProperty("meanDiff").GetDouble(), 12);
    }

    [Fact]
    public async Task What_is_withheld_shows_its_code_and_nothing_else()
    {
        var question = Question(await Json(Answers), "first_contact");

        // Three executives are enough for dimensions but not for questions; five employees of one opinion would give each other away.
        Assert.Equal("""{"withheld":"tooFew"}""", Compact(question.GetProperty("groups").GetProperty("executive")));
        Assert.Equal("""{"withheld":"unanimous"}""", Compact(question.GetProperty("groups").GetProperty("employee")));
        Assert.Equal(5, question.GetProperty("groups").GetProperty("customer").GetProperty("n").GetInt32());
        Assert.True(question.GetProperty("gaps").GetProperty("employee-customer").TryGetProperty("withheld", out _));
    }

    [Fact]
    public async Task With_a_minimum_of_one_a_gap_without_answers_is_undefined_and_not_withheld()
    {
        var root = await Json("audience,first_contact\nexecutive,4\ncustomer,na\n", "--minimum", "1");

        var gap = Question(root, "first_contact").GetProperty("gaps").GetProperty("executive-customer");
        Assert.Equal(JsonValueKind.Null, gap.GetProperty("meanDiff").ValueKind);
        Assert.Equal("noData", gap.GetProperty("excellentFactor").GetProperty("status").GetString());
        Assert.DoesNotContain("withheld", _console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_names_survey_groups_questions_and_dimensions()
    {
        await _console.Run("analyze", Console.Demo, "--format", "json", "--invited", "executive=9,employee=84");
        var root = JsonDocument.Parse(_console.Output).RootElement;

        Assert.Equal("service-mirror", root.GetProperty("survey").GetString());
        Assert.Equal(8, root.GetProperty("groups").GetProperty("executive").GetProperty("responses").GetInt32());
        Assert.Equal(9, root.GetProperty("groups").GetProperty("executive").GetProperty("invited").GetInt32());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("groups").GetProperty("customer").GetProperty("invited").ValueKind);
        Assert.Equal(26, root.GetProperty("questions").GetArrayLength());
        Assert.Equal(8, root.GetProperty("dimensions").GetArrayLength());
        Assert.Equal("access", Question(root, "reachability").GetProperty("dimension").GetString());
        Assert.Equal("clear", Question(root, "reachability").GetProperty("gaps").GetProperty("executive-customer").GetProperty("label").GetString());
        Assert.InRange(root.GetProperty("dimensions")[3].GetProperty("gaps").GetProperty("executive-customer").GetProperty("meanDiff").GetDouble(), 0.1, 3);
    }

    [Fact]
    public async Task Earlier_answers_give_the_trend_of_each_group_on_each_question_and_dimension()
    {
        // Customers 3 × 5 before, five employees of one opinion before and now, executives only now.
        var earlier = _console.File("spring.csv", "audience,first_contact\n" + string.Concat(Enumerable.Repeat("customer,3\nemployee,3\n", 5)));

        var trend = (await Json(Answers, "--earlier", earlier)).GetProperty("trend").EnumerateArray()
            .Where(line => line.GetProperty("key").GetString() == "first_contact").ToDictionary(line => line.GetProperty("group").GetString()!);

        Assert.Equal(3, trend.Count);
        Assert.All(trend.Values, line => Assert.Equal("question", line.GetProperty("kind").GetString()));
        var waves = trend["customer"].GetProperty("waves");
        Assert.Equal("""{"wave":"spring","figures":{"mean":3,"meanCi":null}}""", Compact(waves[0]));
        Assert.Equal(JsonValueKind.Null, waves[1].GetProperty("wave").ValueKind);
        // 2 ± t(0.975, 4)·√0.5/√5
        Assert.Equal(2 - 0.878, waves[1].GetProperty("figures").GetProperty("meanCi")[0].GetDouble(), 3);
        Assert.Equal(-1, trend["customer"].GetProperty("change").GetProperty("meanDiff").GetDouble(), 12);
        Assert.Equal("""{"withheld":"unanimous"}""", Compact(trend["employee"].GetProperty("waves")[0].GetProperty("figures")));
        Assert.Equal("""{"withheld":"tooFew"}""", Compact(trend["executive"].GetProperty("change")));
    }

    [Fact]
    public async Task Without_earlier_answers_the_trend_is_empty() =>
        Assert.Equal("[]", Compact((await Json(Answers)).GetProperty("trend")));

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Every_questionnaire_that_ships_can_be_analysed(string name)
    {
        var survey = QuestionnaireTemplates.Load(name);
        var ratings = survey.OfScale(Scale.Quality5).ToList();
        var rows = from row in Enumerable.Range(0, 36)
                   let audience = AudienceNames.All.ElementAt(row % 3)
                   select $"{audience.Key},{string.Join(',', ratings.Select((question, i) => question.Text.ContainsKey(audience.Value) ? $"{((row + i) % 5) + 1}" : ""))}";
        string[] lines = [$"audience,{string.Join(',', ratings.Select(question => question.Key))}", .. rows];

        var root = await Json(string.Join('\n', lines), "--survey", name);

        Assert.Equal(name, root.GetProperty("survey").GetString());
        Assert.All(ratings, question => Assert.All(AudienceNames.All, audience =>
            Assert.Equal(
                question.Text.ContainsKey(audience.Value),
                Question(root, question.Key).GetProperty("groups").GetProperty(audience.Key).TryGetProperty("n", out _))));
    }

    public static TheoryData<string> Templates => new(QuestionnaireTemplates.Names);

    public void Dispose() => _console.Dispose();

    private async Task<JsonElement> Json(string answers, params string[] options)
    {
        await _console.Run(["analyze", _console.File("answers.csv", answers), "--format", "json", .. options]);
        Assert.Equal(("", ExitCode.Done), (_console.Error, _console.ExitCode));
        return JsonDocument.Parse(_console.Output).RootElement;
    }

    private static JsonElement Question(JsonElement root, string key) =>
        root.GetProperty("questions").EnumerateArray().Single(question => question.GetProperty("key").GetString() == key);

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
