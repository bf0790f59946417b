using System.Net;
using SurveyGap.Testing;
using SurveyGap.Web.Tests.Planning;

namespace SurveyGap.Web.Tests.Waves;

/// <summary>Ana sets up a draft, prolongs a wave and enters the company's figures.</summary>
public sealed class WaveSettingsTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Guid Client = Cast.Alpenblick.Id;
    private static readonly string Open = $"/clients/{Client}/waves/{Cast.Alpenblick.OpenWave}";

    private readonly Desk _ana = new(app, Person.Ana);

    private static (string, string)[] Form(params (string Name, string Value)[] changes)
    {
        Dictionary<string, string> form = new()
        {
            ["name"] = "Herbst",
            ["opens"] = "2099-11-02T08:00",
            ["closes"] = "2099-11-29T23:59",
            ["timeZone"] = "Europe/Vienna",
            ["minimum"] = "7",
            ["executiveMinimum"] = "4",
            ["customerMinimum"] = "6",
        };
        foreach (var (name, value) in changes)
            form[name] = value;
        return [.. form.Select(field => (field.Key, field.Value))];
    }

    [Fact]
    public async Task The_settings_of_a_draft_are_kept()
    {
        var wave = await _ana.Draft(Client);

        var response = await _ana.Send($"{wave}/settings", Form(("reachEmployee", "250")));
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

        var response = await _ana.Send($"{wave}/settings", Form((field, value)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains($"href=\"#{field}\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fewer_customers_are_enough_only_with_a_reason_that_is_written_down()
    {
        var wave = await _ana.Draft(Client);
        foreach (var reason in new[] { "", "\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _ana.Send($"{wave}/settings", Form(("customerMinimum", "3"), ("customerReason", reason)))).StatusCode);

        await _ana.Send($"{wave}/settings", Form(("customerMinimum", "3"), ("customerReason", "Es gibt nur <neun> Grosskunden.")));
        await _ana.Send($"{wave}/settings", Form(("customerMinimum", "3"), ("customerReason", "Es gibt nur <neun> Grosskunden.")));

        var audit = await _ana.Read($"/clients/{Client}/audit?deed=wave%20minimum");
        Assert.Contains("Es gibt nur <neun> Grosskunden.", Assert.Single(audit.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Contains("Es gibt nur <neun> Grosskunden.", (await _ana.Read($"{wave}/check")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_waves_settings_are_frozen()
    {
        await _ana.Send($"{Open}/settings", Form(("name", "Anders")));

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
