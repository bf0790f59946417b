using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Tests.Planning;

namespace SurveyGap.Web.Tests.Waves;

/// <summary>Ana sets up a draft, prolongs a wave and enters the company's figures.</summary>
public sealed class WaveSettingsTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Guid Client = Cast.Alpenblick.Id;
    private static readonly string Open = $"/clients/{Client}/waves/{Cast.Alpenblick.OpenWave}";

    private readonly Desk _ana = new(app, Person.Ana);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly (string Field, string Value)[] Herbst =
    [
        ("name", "Herbst"),
        ("opens", "2099-11-02T08:00"),
        ("closes", "2099-11-29T23:59"),
        ("timeZone", "Europe/Vienna"),
        ("minimum", "7"),
        ("executiveMinimum", "4"),
        ("customerMinimum", "6"),
    ];

    private async Task<HttpResponseMessage> Save(string wave, params (string Field, string Value)[] changes)
    {
        var page = await _ana.Read($"{wave}/settings");
        return await Send(wave, page, [.. Herbst.ExceptBy(changes.Select(change => change.Field), field => field.Field), .. changes]);
    }

    // A page may have been opened a while ago.
    private Task<HttpResponseMessage> Send(string wave, IHtmlDocument page, params (string Field, string Value)[] changes)
    {
        var filled = Questionnaires.Desk.Filled(page.QuerySelector<IHtmlFormElement>("main form")!).Select(field => (Field: field.Key, field.Value));
        return _ana.Send($"{wave}/settings", [.. filled.ExceptBy(changes.Select(change => change.Field).Append("form-token"), field => field.Field), .. changes]);
    }

    [Fact]
    public async Task The_settings_of_a_draft_are_kept()
    {
        var wave = await _ana.Draft(Client);

        var response = await Save(wave, ("reachEmployee", "250"));
        var page = await _ana.Read($"{wave}/settings");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("2099-11-02T08:00", page.QuerySelector("#opens")!.GetAttribute("value"));
        Assert.Equal("Europe/Vienna", page.QuerySelector("#timeZone [selected]")!.TextContent);
        Assert.Equal("250", page.QuerySelector("#reachEmployee")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("minimum", "4")]
    [InlineData("executiveMinimum", "2")]
    [InlineData("customerMinimum", "2")]
    [InlineData("name", "\u200B\u2060")]
    [InlineData("closes", "2099-11-01T08:00")]
    [InlineData("timeZone", "Mars/Olympus")]
    [InlineData("reachCustomer", "-3")]
    [InlineData("opens", "gestern")]
    public async Task What_cannot_be_is_refused_at_its_field(string field, string value)
    {
        var wave = await _ana.Draft(Client);

        var response = await Save(wave, (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains($"href=\"#{field}\"", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fewer_customers_are_enough_only_with_a_reason_that_is_written_down()
    {
        var wave = await _ana.Draft(Client);
        foreach (var reason in new[] { "", "\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Save(wave, ("customerMinimum", "3"), ("customerReason", reason))).StatusCode);

        await Save(wave, ("customerMinimum", "3"), ("customerReason", "Es gibt nur <neun> Grosskunden."));
        await Save(wave, ("customerMinimum", "3"), ("customerReason", "Es gibt nur <neun> Grosskunden."));

        var audit = await _ana.Read($"/clients/{Client}/audit?deed=wave%20minimum");
        Assert.Contains("Es gibt nur <neun> Grosskunden.", Assert.Single(audit.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Contains("Es gibt nur <neun> Grosskunden.", (await _ana.Read($"{wave}/check")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_save_the_second_sees_what_the_first_changed_and_nothing_is_lost()
    {
        var wave = await _ana.Draft(Client);
        var shown = await _ana.Read($"{wave}/settings");
        await Send(wave, shown, ("name", "Herbst <A>"), ("closes", "2099-12-06T18:00"));

        var second = await Send(wave, shown, ("name", "Herbst B"));
        var page = await new HtmlParser().ParseDocumentAsync(await second.Content.ReadAsStreamAsync(Stop), Stop);

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var changed = page.QuerySelectorAll(".notice.open li").Select(line => line.TextContent);
        Assert.Equal(["Name der Welle: bisher «Herbst 2099», jetzt «Herbst <A>»", "Ende: bisher 29. November 2099, 23:59, jetzt 6. Dezember 2099, 18:00"], changed);
        Assert.Equal(("Herbst B", "2099-12-06T18:00"), NameAndEnd(page)); // typed by the second, and left alone
        Assert.Equal(("Herbst <A>", "2099-12-06T18:00"), NameAndEnd(await _ana.Read($"{wave}/settings")));

        Assert.Equal(HttpStatusCode.Redirect, (await Send(wave, page)).StatusCode);
        Assert.Equal(("Herbst B", "2099-12-06T18:00"), NameAndEnd(await _ana.Read($"{wave}/settings")));
    }

    private static (string?, string?) NameAndEnd(IHtmlDocument page) =>
        (page.QuerySelector("#name")!.GetAttribute("value"), page.QuerySelector("#closes")!.GetAttribute("value"));

    [Fact]
    public async Task A_mistake_in_the_form_does_not_hide_that_somebody_else_saved()
    {
        var wave = await _ana.Draft(Client);
        var shown = await _ana.Read($"{wave}/settings");
        await Send(wave, shown, ("minimum", "8"));

        var mistaken = await Send(wave, shown, ("name", ""));
        var page = await new HtmlParser().ParseDocumentAsync(await mistaken.Content.ReadAsStreamAsync(Stop), Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, mistaken.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Send(wave, page, ("name", "Herbst"))).StatusCode);
    }

    [Fact]
    public async Task What_the_questionnaires_editor_set_is_not_overwritten_either()
    {
        var wave = await _ana.Draft(Client);
        var shown = await _ana.Read($"{wave}/settings");
        var study = Guid.Parse(shown.QuerySelector("main form a[href$='/questionnaire']")!.GetAttribute("href")!.Split('/')[^2]);
        await app.Services.GetRequiredService<QuestionnaireStore>().SetOnePage(Client, study, onePage: true);

        var second = await Send(wave, shown);

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("bisher nein, jetzt ja", await second.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_waves_settings_are_frozen()
    {
        await Save(Open, ("name", "Anders"));

        var page = await _ana.Read($"{Open}/settings");
        Assert.Equal("Herbst", page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("fieldset[disabled]"));
    }

    [Fact]
    public async Task An_open_wave_can_last_longer_but_not_shorter()
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _ana.Send($"{Open}/extension", ("until", "2020-01-01T08:00"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await _ana.Send($"{Open}/extension", ("until", "2098-12-24T18:00"))).StatusCode);

        Assert.Contains("24. Dezember 2098", (await _ana.Read(Open)).QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12,5", "12,5")]
    [InlineData("", "")]
    public async Task The_companys_figures_are_kept_as_they_are_written(string entered, string shown)
    {
        var wave = await _ana.Draft(Client);

        await _ana.Send($"{wave}/figures", ("values[sick_leave]", entered), ("notes[sick_leave]", "Personalabteilung <2026>"));
        var page = await _ana.Read($"{wave}/figures");

        Assert.Equal(shown, page.QuerySelector("#sick_leave")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("viel")]
    [InlineData("120")]
    [InlineData("-1")]
    public async Task A_figure_that_is_none_is_refused(string entered)
    {
        var wave = await _ana.Draft(Client);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _ana.Send($"{wave}/figures", ("values[sick_leave]", entered))).StatusCode);
    }
}
