using System.Net;
using Dapper;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Questionnaires;

/// <summary>Two windows on the same questionnaire: nothing is overwritten silently, and nothing that was typed is lost.</summary>
public sealed class TwoConsultantsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Who_changes_different_questions_does_not_disturb_the_other()
    {
        var desk = await Desk.Of(app);
        var (one, other) = (await desk.Read("/questions/honesty"), await desk.Read("/questions/reachability"));

        Desk.Saved(await desk.Send(one, ("executive.de", "Von Ana")));
        Desk.Saved(await desk.Send(other, ("executive.de", "Von Mara")));

        Assert.Equal("Von Ana", (await desk.Question("honesty"))!.Text[Audience.Executive]["de"]);
        Assert.Equal("Von Mara", (await desk.Question("reachability"))!.Text[Audience.Executive]["de"]);
    }

    [Fact]
    public async Task Who_changes_the_same_question_sees_both_and_decides()
    {
        var desk = await Desk.Of(app);
        var (one, other) = (await desk.Read("/questions/honesty"), await desk.Read("/questions/honesty"));
        Desk.Saved(await desk.Send(one, ("executive.de", "Von Ana")));

        var conflict = await desk.Send(other, ("executive.de", "Von Mara"), ("employee.en", "Mara's too"));
        var page = await Desk.Parsed(conflict);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Contains("Ana hat das inzwischen geändert", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Von Mara", page.GetElementById("executive.de")!.TextContent);
        Assert.Contains("Von Ana", page.GetElementById("executive.de")!.ParentElement!.QuerySelector(".theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mara's too", page.GetElementById("employee.en")!.TextContent);
        Assert.Equal("Von Ana", (await desk.Question("honesty"))!.Text[Audience.Executive]["de"]);

        Desk.Saved(await desk.Send(page));
        Assert.Equal("Von Mara", (await desk.Question("honesty"))!.Text[Audience.Executive]["de"]);
        Assert.Equal(3, (await desk.Current()).Version); // Ana's is a version still
    }

    [Fact]
    public async Task What_somebody_has_changed_is_not_removed_over_their_head()
    {
        var desk = await Desk.Of(app);
        Desk.Saved(await desk.Send("/questions/honesty", ("executive.de", "Von Ana")));

        Assert.Equal(HttpStatusCode.Conflict, (await desk.Press("/questions/honesty/removal", version: 1)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await desk.Press("/dimensions/trust/removal", version: 1)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await desk.Upload(await Template(), version: 1)).StatusCode);
        Assert.NotNull(await desk.Question("honesty"));
    }

    [Fact]
    public async Task Saves_at_the_same_moment_all_count()
    {
        var desk = await Desk.Of(app);
        string[] keys = ["honesty", "reachability", "first_contact", "appearance"];
        var pages = new List<AngleSharp.Html.Dom.IHtmlDocument>();
        foreach (var key in keys)
            pages.Add(await desk.Read($"/questions/{key}"));

        var responses = await Task.WhenAll(pages.Select(page => desk.Send(page, ("executive.de", "Zugleich"))));

        Assert.All(responses, Desk.Saved);
        foreach (var key in keys)
            Assert.Equal("Zugleich", (await desk.Question(key))!.Text[Audience.Executive]["de"]);
        Assert.Equal(1 + keys.Length, (await desk.Current()).Version);
    }

    private const string OpenSql = """
        select pg_advisory_xact_lock(hashtextextended(@Wave::text, 0));
        update wave set opened_at = now(), questionnaire = (select questionnaire from questionnaire_version where study_id = @Study) where wave_id = @Wave
        """;

    [Fact]
    public async Task A_save_while_the_wave_opens_waits_and_is_not_taken_for_asked()
    {
        var desk = await Desk.Of(app);
        var page = await desk.Read("/questions/honesty");
        Task<HttpResponseMessage>? save = null;
        await app.Database.Client.Run(Cast.Alpenblick.Id, async db =>
        {
            await db.ExecuteAsync(OpenSql, new { desk.Wave, desk.Study });
            save = desk.Send(page, ("executive.de", "Zu spät"));
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            Assert.False(save.IsCompleted);
        }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, (await save!).StatusCode);
        Assert.Equal(1, (await desk.Current()).Version);
    }

    private static Task<string> Template() =>
        File.ReadAllTextAsync(Features.Studies.QuestionnaireTemplates.FileOf("myth-check")!, TestContext.Current.CancellationToken);
}
