using System.Net;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Tests.Questionnaires;

/// <summary>Ana edits a questionnaire until its wave opens.</summary>
public sealed class EditorTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_wording_is_saved_as_the_next_version()
    {
        var desk = await Desk.Of(app);

        Desk.Saved(await desk.Send("/questions/honesty", ("executive.de", "Wie ehrlich sind wir?")));

        Assert.Equal("Wie ehrlich sind wir?", (await desk.Question("honesty"))!.Text[Audience.Executive]["de"]);
        Assert.Equal((2, "Ana"), ((await desk.Current()).Version, (await desk.Current()).SavedBy));
        Desk.Saved(await desk.Send("/questions/honesty"));
        Assert.Equal(2, (await desk.Current()).Version); // nothing to change
    }

    [Fact]
    public async Task An_empty_wording_is_pointed_out_at_its_field_on_the_check_and_in_the_list()
    {
        var desk = await Desk.Of(app);
        Desk.Saved(await desk.Send("/questions/honesty", ("employee.en", " ")));

        Assert.Equal("Eine Formulierung fehlt noch", (await desk.Read("")).QuerySelector("h1")!.TextContent);
        Assert.Equal($"{desk.Address}/questions/honesty#employee.en", (await desk.Read("/check")).QuerySelector(".findings .todo a")!.GetAttribute("href"));
        var page = await desk.Read("/questions/honesty");
        Assert.Equal("Formulierung fehlt", page.GetElementById("employee.en-note")!.TextContent);
        Assert.Contains("So öffnet die Welle nicht", page.QuerySelector(".alike .todo")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_is_not_asked_loses_its_wording_and_at_least_one_has_to_be_asked()
    {
        var desk = await Desk.Of(app);
        Desk.Saved(await desk.Send("/questions/honesty", ("asked", "customer")));
        Assert.Equal([Audience.Customer], (await desk.Question("honesty"))!.Text.Keys);

        var refused = await desk.Send("/questions/honesty", ("asked", null), ("label.de", "Offenheit"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Die Frage richtet sich an keine Gruppe.", (await Desk.Parsed(refused)).QuerySelector(".notice.wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("value=\"Offenheit\"", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_long_or_missing_is_told_at_the_field_and_what_was_typed_is_kept()
    {
        var desk = await Desk.Of(app);
        var refused = await desk.Send("/questions/honesty", ("executive.de", new string('x', 301)), ("label.de", ""));
        var page = await Desk.Parsed(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.StartsWith("Fehler:", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Zu lang: 301 Zeichen, Platz ist für 300.", page.GetElementById("executive.de-note")!.TextContent);
        Assert.Contains("Hauptsprache", page.GetElementById("label.de-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new string('x', 301), page.GetElementById("executive.de")!.TextContent);
        Assert.Equal(1, (await desk.Current()).Version);
    }

    [Fact]
    public async Task A_question_is_added_to_its_dimension_moved_and_removed()
    {
        var desk = await Desk.Of(app);
        Desk.Saved(await desk.Send("/questions?dimension=response", ("label.de", "Rückruf"), ("customer.de", "Wie bewerten Sie den Rückruf?")));
        Assert.Equal("response", (await desk.Question("ruckruf"))!.Dimension);
        Assert.Equal("ruckruf", await LastOf(desk, "response"));

        var moved = await desk.Press("/questions/ruckruf/position", to: "up");
        Assert.EndsWith("#question-ruckruf", moved.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.NotEqual("ruckruf", await LastOf(desk, "response"));

        Desk.Saved(await desk.Press("/questions/ruckruf/removal"));
        Assert.Null(await desk.Question("ruckruf"));
        Desk.Saved(await desk.Press("/questions/ruckruf/removal")); // gone is gone
    }

    [Theory]
    [InlineData("recommend", "customer")]
    [InlineData("estimate_top2", "executive")]
    [InlineData("importance_top3", "customer")]
    [InlineData("versus_competitors", "employee")]
    public async Task Every_kind_is_added_by_hand_once_in_words_of_ones_own(string key, string audience)
    {
        var desk = await Desk.Of(app);
        var link = $"a[href$='like={key}']";
        Assert.Null((await desk.Read("")).QuerySelector(link));
        await desk.Press($"/questions/{key}/removal");
        Assert.NotNull((await desk.Read("")).QuerySelector(link));

        Desk.Saved(await desk.Send($"/questions?like={key}", ($"{audience}.de", "Unsere Worte?")));
        Assert.Equal("Unsere Worte?", (await desk.Question(key))!.Text[AudienceNames.All[audience]]["de"]);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.Fetch($"/questions?like={key}")).StatusCode);
    }

    [Fact]
    public async Task Who_chooses_three_chooses_from_four_at_least_and_the_overall_rating_can_be_another()
    {
        var desk = await Desk.Of(app);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Send("/questions/importance_top3", ("options", "trust"), ("options", "people"), ("options", "access"))).StatusCode);
        Desk.Saved(await desk.Send("/questions/importance_top3", ("options", "trust"), ("options", "people"), ("options", "access"), ("options", "response")));
        Assert.Equal(["response", "access", "people", "trust"], (await desk.Question("importance_top3"))!.Options);

        Desk.Saved(await desk.Send("/questions/honesty", ("overall", "true")));
        Assert.Equal("honesty", (await desk.Current()).Questionnaire.Overall);
        Desk.Saved(await desk.Send("/questions/honesty", ("overall", null)));
        Assert.Null((await desk.Current()).Questionnaire.Overall);
    }

    [Fact]
    public async Task A_dimension_is_added_renamed_moved_and_removed_with_its_questions()
    {
        var desk = await Desk.Of(app);
        Desk.Saved(await desk.Send("/dimensions", ("name.de", "Nachhaltigkeit"), ("asked", "customer"), ("customer.de", "Was fehlt?")));
        Desk.Saved(await desk.Send("/dimensions/nachhaltigkeit", ("name.de", "Umwelt")));
        Desk.Saved(await desk.Press("/dimensions/nachhaltigkeit/position", to: "up"));

        var dimension = (await desk.Current()).Questionnaire.Dimensions[^2];
        Assert.Equal(("nachhaltigkeit", "Umwelt", "Was fehlt?"), (dimension.Key, dimension.Name["de"], dimension.Comment![Audience.Customer]["de"]));

        Desk.Saved(await desk.Press("/dimensions/response/removal"));
        Assert.Null(await desk.Question("response_speed"));
    }

    [Fact]
    public async Task Languages_parts_and_pages_are_settings()
    {
        var desk = await Desk.Of(app);
        Desk.Saved(await desk.Send("/settings", ("languages", "de"), ("recommendation", null), ("comments", null), ("onePage", "true")));

        var current = await desk.Current();
        Assert.Equal(["de"], current.Questionnaire.Languages);
        Assert.Null(await desk.Question("recommend"));
        Assert.NotNull(await desk.Question("estimate_top2"));
        Assert.True(current.OnePage);
    }

    [Fact]
    public async Task A_language_that_was_dropped_comes_back_as_a_version()
    {
        var desk = await Desk.Of(app);
        Desk.Saved(await desk.Send("/settings", ("languages", "de")));
        Assert.Contains("Andere Sprachen", (await desk.Read("/versions")).QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);

        Desk.Saved(await desk.Send("/versions/1"));

        Assert.Equal((3, 4), ((await desk.Current()).Version, (await desk.Current()).Questionnaire.Languages.Count));
    }

    [Fact]
    public async Task A_wave_whose_questionnaire_lacks_a_wording_says_so_and_does_not_open()
    {
        var desk = await Desk.Of(app);
        Desk.Saved(await desk.Send("/questions/honesty", ("employee.en", "")));
        var check = await (await app.As(Person.Ana)).GetStringAsync(new Uri($"/clients/{Cast.Alpenblick.Id}/waves/{desk.Wave}/check", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("Fehlende Formulierungen: 1", check, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_wave_is_open_the_questionnaire_is_read_and_not_changed()
    {
        var desk = await Desk.Of(app);
        var before = await desk.Read("/questions/honesty");
        await desk.Open(desk.Wave);

        var page = await desk.Read("");
        Assert.Contains("Eingefroren mit der Welle «Herbst»", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
        var late = await desk.Send(before, ("executive.de", "Zu spät?"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("eingefroren", (await Desk.Parsed(late)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await desk.Press("/questions/honesty/removal")).StatusCode);
        Assert.Equal(1, (await desk.Current()).Version);
    }

    [Fact]
    public async Task Asked_in_other_words_in_the_next_wave_it_is_another_question_unless_only_the_language_changed()
    {
        var desk = await Desk.Of(app);
        await desk.Open(desk.Wave);
        await desk.Plan(Guid.NewGuid(), "Frühling");
        Assert.Contains("Seit «Herbst» unverändert", (await desk.Read("/questions/honesty")).QuerySelector(".alike")!.TextContent, StringComparison.Ordinal);

        var renewed = await desk.Send("/questions/honesty", ("customer.de", "Wie bewerten Sie die Offenheit?"));
        Desk.Saved(await desk.Send("/questions/reachability", ("customer.de", "Wie bewerten Sie die Erreichbarkeit?"), ("cosmetic", "true")));

        Assert.Contains("/questions/honesty-2?saved=2&former=honesty", renewed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Der Vergleich beginnt für diese Frage neu", (await desk.Read("/questions/honesty-2?saved=3&former=honesty")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await desk.Question("honesty"));
        Assert.NotNull(await desk.Question("reachability"));
        Assert.Contains("nur sprachlich geändert", (await desk.Read("/questions/reachability")).QuerySelector(".alike")!.TextContent, StringComparison.Ordinal);
        var versions = (await desk.Read("/versions")).QuerySelector("tbody")!.TextContent;
        Assert.Contains("Nur sprachlich: Erreichbarkeit", versions, StringComparison.Ordinal);
        Assert.Contains("Neu gefragt, ohne Vergleich mit früher: Ehrlichkeit", versions, StringComparison.Ordinal);
    }

    private static async Task<string> LastOf(Desk desk, string dimension) =>
        (await desk.Current()).Questionnaire.Questions.Last(question => question.Dimension == dimension).Key;
}
