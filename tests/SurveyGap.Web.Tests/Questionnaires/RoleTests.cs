using System.Net;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Questionnaires;

/// <summary>Ben may look at what is published, and change nothing. Cleo does not learn that it exists.</summary>
public sealed class RoleTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string Client = $"/clients/{Cast.Alpenblick.Id}";
    private static readonly string Study = $"{Client}/studies/{Cast.Alpenblick.Study}";

    [Theory]
    [InlineData("/questionnaire", HttpStatusCode.OK)]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("/questionnaire/questions/honesty", HttpStatusCode.Forbidden)]
    [InlineData("/questionnaire/settings", HttpStatusCode.Forbidden)]
    [InlineData("/questionnaire/versions", HttpStatusCode.Forbidden)]
    [InlineData("/questionnaire/file/download", HttpStatusCode.Forbidden)]
    public async Task Ben_may_look_and_not_edit(string path, HttpStatusCode status)
    {
        Assert.Equal(status, await Status(Person.Ben, Study + path));
        Assert.Equal(HttpStatusCode.NotFound, await Status(Person.Cleo, Study + path));
    }

    [Fact]
    public async Task Ben_sees_neither_the_open_wave_nor_a_study_without_a_closed_one()
    {
        var desk = await Desk.Of(app);

        Assert.Equal(HttpStatusCode.NotFound, await Status(Person.Ben, desk.Address));
        Assert.Equal(HttpStatusCode.NotFound, await Status(Person.Ben, $"{Client}/waves/{desk.Wave}/preview"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(Person.Ben, $"{Client}/waves/{desk.Wave}/preview/customer/de/1"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(Person.Ben, $"{Client}/waves/{Cast.Alpenblick.OpenWave}/questionnaire"));
        Assert.Equal(HttpStatusCode.OK, await Status(Person.Ben, $"{Client}/waves/{Cast.Alpenblick.ClosedWave}/questionnaire"));
        var page = await (await app.As(Person.Ben)).GetStringAsync(new Uri(Study, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Herbst", page, StringComparison.Ordinal);
        Assert.Contains("Frühling", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wave_in_draft_leads_to_the_editor_and_an_open_one_shows_what_is_frozen()
    {
        var desk = await Desk.Of(app);

        Assert.Equal(HttpStatusCode.Redirect, await Status(Person.Ana, $"{Client}/waves/{desk.Wave}/questionnaire"));
        Assert.Equal(HttpStatusCode.OK, await Status(Person.Ana, $"{Client}/waves/{Cast.Alpenblick.OpenWave}/questionnaire"));
    }

    private async Task<HttpStatusCode> Status(Person person, string path) =>
        (await (await app.As(person)).GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode;
}
