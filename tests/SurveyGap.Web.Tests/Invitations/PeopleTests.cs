using System.Net;
using Dapper;
using SurveyGap.Testing;
using SurveyGap.Web.Tests.Answering;
using SurveyGap.Web.Tests.Planning;

namespace SurveyGap.Web.Tests.Invitations;

/// <summary>Single people of a wave.</summary>
public sealed class PeopleTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Guid Client = Cast.Alpenblick.Id;
    private static readonly string Open = $"/clients/{Client}/waves/{Cast.Alpenblick.OpenWave}";

    private readonly Desk _ana = new(app, Person.Ana);

    [Fact]
    public async Task Somebody_is_added_found_and_taken_out_of_a_draft()
    {
        var wave = await _ana.Draft(Client);

        Assert.Equal(HttpStatusCode.Redirect, (await Add(wave, "nora@post.example")).StatusCode);
        var page = await _ana.Read($"{wave}/people?search=nora");
        Assert.Contains("nora@post.example", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Niemand heisst", (await _ana.Read($"{wave}/people?search=%25")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await _ana.Send(page.QuerySelector("form[action$='/deletion']")!.GetAttribute("action")!);
        Assert.NotNull((await _ana.Read($"{wave}/people")).QuerySelector(".empty"));
    }

    [Theory]
    [InlineData("keine Adresse")]
    [InlineData("nora@post")]
    public async Task What_is_no_address_is_refused_and_kept_in_the_form(string address)
    {
        var wave = await _ana.Draft(Client);

        var response = await Add(wave, address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains($"value=\"{address}\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_invited_twice()
    {
        var wave = await _ana.Draft(Client);
        await Add(wave, "nora@post.example");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Add(wave, "NORA@post.example")).StatusCode);
    }

    [Fact]
    public async Task Whoever_is_added_to_an_open_wave_carries_no_segments_and_cannot_be_deleted_any_more()
    {
        var wave = await _ana.Draft(Client);
        for (var i = 0; i < 5; i++)
            await Add(wave, $"kunde{i}@post.example");
        await _ana.Send($"{wave}/opening", ("now", "true"));

        await Add(wave, "spaet@post.example");

        Assert.Equal(1, await Count(wave, "select count(*) from invitation where wave_id = @wave and email = 'spaet@post.example' and added_after_opening and segments = array[null]::text[]"));
        await _ana.Send($"{wave}/people/{await Id(wave, "spaet@post.example")}/deletion");
        Assert.Equal(6, await Count(wave, "select count(*) from invitation where wave_id = @wave"));
    }

    [Fact]
    public async Task A_revoked_link_leads_nowhere()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        var person = round.People[^1];
        await app.Database.Client.Run(round.Client, db => db.ExecuteAsync(
            "insert into membership values (@Client, @Account, 'consultant', now())", new { round.Client, Account = Person.Ana.Id }), TestContext.Current.CancellationToken);

        await _ana.Send($"/clients/{round.Client}/waves/{round.Wave}/people/{person.Invitation}/revocation");

        Assert.Equal(HttpStatusCode.NotFound, (await phone.Get(Phone.LinkOf(round, person))).StatusCode);
    }

    [Fact]
    public async Task A_lost_link_goes_out_once_more_and_only_to_its_person()
    {
        var wave = await _ana.Draft(Client);
        for (var i = 0; i < 5; i++)
            await Add(wave, $"kunde{i}@post.example");
        await _ana.Send($"{wave}/opening", ("now", "true"));
        var person = await Id(wave, "kunde3@post.example");

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _ana.Send($"{wave}/people/{person}/link")));

        Assert.Equal(1, await Count(wave, "select count(*) from outbox where wave_id = @wave and state <> 'cancelled'"));
    }

    [Fact]
    public async Task The_list_never_tells_who_has_answered()
    {
        var page = await _ana.Read($"{Open}/people");

        Assert.DoesNotContain("answered", page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(25, page.QuerySelectorAll("tbody tr").Length);
    }

    private Task<HttpResponseMessage> Add(string wave, string email) =>
        _ana.Send($"{wave}/people", ("name", "Nora Imhof"), ("email", email), ("audience", "customer"), ("language", "de"));

    private Task<Guid> Id(string wave, string email) => app.Database.Client.Run(Client, db => db.ExecuteScalarAsync<Guid>(
        "select invitation_id from invitation where wave_id = @wave and email = @email", new { wave = IdOf(wave), email }), TestContext.Current.CancellationToken);

    private Task<long> Count(string wave, string query) =>
        app.Database.Client.Run(Client, db => db.ExecuteScalarAsync<long>(query, new { wave = IdOf(wave) }), TestContext.Current.CancellationToken);

    private static Guid IdOf(string wave) => Guid.Parse(wave[(wave.LastIndexOf('/') + 1)..]);
}
