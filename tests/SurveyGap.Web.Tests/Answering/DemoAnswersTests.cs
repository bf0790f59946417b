using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Tests.Answering;

public sealed class DemoAnswersTests
{
    private static readonly Questionnaire Mirror = QuestionnaireTemplates.Load(QuestionnaireTemplates.Default);
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "templates", "demo");

    [Theory]
    [InlineData("wave-1.csv", 8, 61, 287)]
    [InlineData("wave-2.csv", 5, 38, 164)]
    public async Task The_demo_enters_as_any_answers_file_does(string file, int executives, int employees, int customers)
    {
        var answers = await Read(file);

        Assert.Equal(executives, Of(answers, Audience.Executive).Count());
        Assert.Equal(employees, Of(answers, Audience.Employee).Count());
        Assert.Equal(customers, Of(answers, Audience.Customer).Count());
        Assert.InRange(answers.Rows.Sum(row => row.Comments.Count), 20, 80);
    }

    [Fact]
    public async Task The_story_is_in_the_first_wave()
    {
        var answers = await Read("wave-1.csv");

        Assert.InRange(Mean(answers, Audience.Executive, "reachability") - Mean(answers, Audience.Customer, "reachability"), 1.2, 1.6);
        Assert.InRange(Mean(answers, Audience.Executive, "first_contact") - Mean(answers, Audience.Customer, "first_contact"), 1.3, 1.7);
        Assert.InRange(Mean(answers, Audience.Executive, "friendliness") - Mean(answers, Audience.Customer, "friendliness"), -1, -0.6);
    }

    [Theory]
    [InlineData("wave-1.csv")]
    [InlineData("wave-2.csv")]
    public async Task Every_answer_has_a_person_of_its_own_who_was_invited(string file)
    {
        var people = await People();
        foreach (var row in (await Read(file)).Rows)
        {
            var fitting = people.FindIndex(person => person.Audience == row.Response.Audience && person.Segments.SequenceEqual(row.Response.Segments, StringComparer.Ordinal));
            Assert.InRange(fitting, 0, int.MaxValue);
            people.RemoveAt(fitting);
        }
    }

    private static async Task<List<(Audience Audience, string?[] Segments)>> People()
    {
        var faults = new DelimitedFaults();
        await using var file = File.OpenRead(Path.Combine(Folder, "people.csv"));
        var table = await DelimitedTable.Read(file, new DelimitedLimits(1 << 20, 1000, 10, 100, ","), faults);
        Assert.Equal(["name", "email", "audience", "language", "segment:country", "segment:channel"], table!.Header.Cells);
        Assert.Equal(733, table.Rows.DistinctBy(row => row.Cells[1], StringComparer.OrdinalIgnoreCase).Count());
        return [.. table.Rows.Select(row => AudienceNames.All[row.Cells[2]]).Zip(table.Rows, (audience, row) => (audience, Segments(audience, row)))];
    }

    private static string?[] Segments(Audience audience, DelimitedRow row) =>
        [.. row.Cells.Skip(3).Select(cell => audience == Audience.Executive ? null : cell)];

    private static async Task<Answers> Read(string name)
    {
        var faults = new DelimitedFaults();
        await using var file = File.OpenRead(Path.Combine(Folder, name));
        var answers = await AnswersFile.Read(file, Mirror, new Dictionary<Audience, int>(), faults);
        Assert.Empty(faults.First);
        return answers!;
    }

    private static IEnumerable<Response> Of(Answers answers, Audience audience) =>
        answers.Rows.Select(row => row.Response).Where(response => response.Audience == audience);

    private static double Mean(Answers answers, Audience audience, string question)
    {
        var slot = SlotMap.Of(Mirror).FirstOf(Mirror.Questions.Single(known => known.Key == question));
        return Of(answers, audience).Select(response => response.Answers[slot]).Where(value => value is >= 1 and <= 5).Average(value => (double)value);
    }
}
