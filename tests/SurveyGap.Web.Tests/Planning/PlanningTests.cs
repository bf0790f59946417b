using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Planning;

namespace SurveyGap.Web.Tests.Planning;

/// <summary>From a template to an open wave.</summary>
public sealed class PlanningTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Guid Client = Cast.Alpenblick.Id;

    private readonly Desk _ana = new(app, Person.Ana);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pressing_twice_makes_one_study()
    {
        (string, string)[] form =
        [
            ("study", Guid.NewGuid().ToString()), ("template", "service-mirror"), ("name", "Servicespiegel"), ("wave", "Herbst"),
            ("opens", "2099-01-05T08:00"), ("closes", "2099-01-30T20:00"), ("timeZone", "Europe/Zurich"),
        ];

        var first = await _ana.Send($"/clients/{Client}/plan", form);
        var second = await _ana.Send($"/clients/{Client}/plan", form);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task A_form_with_a_fault_keeps_what_was_entered()
    {
        var response = await _ana.Send(
            $"/clients/{Client}/plan",
            ("study", Guid.NewGuid().ToString()), ("template", "myth-check"), ("name", "Mythen & Co."), ("wave", ""),
            ("opens", "2099-01-05T08:00"), ("closes", "2099-01-04T08:00"), ("timeZone", "Europe/Zurich"));
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Stop));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("Das Ende muss nach dem Beginn liegen.", page, StringComparison.Ordinal);
        Assert.Contains("Mythen & Co.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wave_without_people_does_not_open_and_says_why()
    {
        var wave = await _ana.Draft(Client);

        var response = await _ana.Send($"{wave}/opening", ("now", "true"));
        var page = await _ana.Read($"{wave}/check");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("Eines fehlt noch", page.QuerySelector("h1")!.TextContent);
        Assert.Equal($"{wave}/people", page.QuerySelector(".findings .missing a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("form[action$='/opening']"));
    }

    [Fact]
    public async Task A_group_below_its_minimum_keeps_the_wave_shut()
    {
        var wave = await _ana.Draft(Client);
        await Invite(wave, Audience.Employee, 4);

        var page = await _ana.Read($"{wave}/check");

        Assert.Contains("Mitarbeitende: 4 eingeladen, mindestens 5 nötig", page.QuerySelector(".findings .missing")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_complete_wave_opens_at_once_and_once()
    {
        var wave = await _ana.Draft(Client);
        await Invite(wave, Audience.Customer, 6);

        var opened = await _ana.Send($"{wave}/opening", ("now", "true"), ("invite", "true"), ("mailing", Guid.NewGuid().ToString()));
        var again = await _ana.Send($"{wave}/opening", ("now", "true"), ("invite", "true"), ("mailing", Guid.NewGuid().ToString()));

        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("läuft", (await _ana.Read(wave)).QuerySelector("main .state")!.TextContent);
        Assert.Equal(1, await Count(wave, "select count(*) from mailing where wave_id = @wave and kind = 'invitation'"));
        Assert.Equal(1, await Count(wave, "select count(*) from audit where action = 'wave opening' and subject ->> 'wave' = @wave::text"));
    }

    [Fact]
    public async Task An_agreed_wave_opens_on_its_date_once_on_any_number_of_instances()
    {
        var wave = await _ana.Draft(Client);
        await Invite(wave, Audience.Customer, 6);
        await _ana.Send($"{wave}/opening", ("now", "false"), ("invite", "true"), ("mailing", Guid.NewGuid().ToString()));
        Assert.Equal("in Vorbereitung", (await _ana.Read(wave)).QuerySelector("main .state")!.TextContent);

        await MakeDue(wave);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Job().Round(Stop)));

        Assert.Equal(1, await Count(wave, "select count(*) from wave where wave_id = @wave and opened_at is not null"));
        Assert.Equal(1, await Count(wave, "select count(*) from audit where action = 'wave opening' and subject ->> 'wave' = @wave::text"));
    }

    [Fact]
    public async Task The_date_alone_opens_nothing()
    {
        var wave = await _ana.Draft(Client);
        await Invite(wave, Audience.Customer, 6);
        await MakeDue(wave);

        await Job().Round(Stop);

        Assert.Equal(0, await Count(wave, "select count(*) from wave where wave_id = @wave and opened_at is not null"));
    }

    [Fact]
    public async Task A_withdrawn_opening_does_not_happen_and_writes_to_nobody()
    {
        var wave = await _ana.Draft(Client);
        await Invite(wave, Audience.Customer, 6);
        await _ana.Send($"{wave}/opening", ("now", "false"), ("invite", "true"), ("mailing", Guid.NewGuid().ToString()));

        await _ana.Send($"{wave}/opening/revocation");
        await MakeDue(wave);
        await Job().Round(Stop);

        Assert.Equal(0, await Count(wave, "select count(*) from wave where wave_id = @wave and opened_at is not null"));
        Assert.Equal(0, await Count(wave, "select count(*) from mailing where wave_id = @wave and state <> 'cancelled'"));
    }

    [Fact]
    public async Task An_agreed_wave_that_has_lost_its_people_stays_shut()
    {
        var wave = await _ana.Draft(Client);
        await Invite(wave, Audience.Customer, 6);
        await _ana.Send($"{wave}/opening", ("now", "false"));
        await Sql(wave, "update invitation set revoked_at = now() where wave_id = @wave");
        await MakeDue(wave);

        await Job().Round(Stop);

        Assert.Equal(0, await Count(wave, "select count(*) from wave where wave_id = @wave and opened_at is not null"));
    }

    [Fact]
    public async Task The_next_wave_takes_over_settings_and_people_and_is_prepared_once()
    {
        var wave = await _ana.Draft(Client);
        await Invite(wave, Audience.Customer, 6, "de");
        await _ana.Send($"{wave}/opening", ("now", "true"));

        var next = await _ana.Send($"{wave}/next", ("people", "true"), ("segments", "true"));
        var again = await _ana.Send($"{wave}/next", ("people", "true"), ("segments", "true"));
        var draft = next.Headers.Location!.OriginalString.Replace("/settings", "", StringComparison.Ordinal);

        Assert.Equal(next.Headers.Location, again.Headers.Location);
        Assert.Equal(6, await Count(draft, "select count(*) from invitation where wave_id = @wave and segments = array['de'] and token_hash not in (select token_hash from invitation where wave_id <> @wave)"));
        Assert.Equal("in Vorbereitung", (await _ana.Read(draft)).QuerySelector("main .state")!.TextContent);
    }

    [Fact]
    public async Task Waves_of_one_season_have_a_name_each()
    {
        var wave = await _ana.Draft(Client);
        await Invite(wave, Audience.Customer, 6);
        List<string> names = [];
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await _ana.Send($"{wave}/opening", ("now", "true"));
            wave = (await _ana.Send($"{wave}/next", ("people", "true"))).Headers.Location!.OriginalString.Replace("/settings", "", StringComparison.Ordinal);
            names.Add((await _ana.Read($"{wave}/settings")).QuerySelector("#name")!.GetAttribute("value")!);
        }

        Assert.Equal([names[0], $"{names[0]} (2)", $"{names[0]} (3)"], names);
    }

    [Fact]
    public async Task Cleo_meets_none_of_it()
    {
        var wave = await _ana.Draft(Client);
        var cleo = new Desk(app, Person.Cleo);

        Assert.Equal(HttpStatusCode.NotFound, await cleo.Status($"{wave}/check"));
        Assert.Equal(HttpStatusCode.NotFound, (await cleo.Send($"{wave.Replace($"{Client}", $"{Cast.Bergbahn.Id}", StringComparison.Ordinal)}/opening", ("now", "true"))).StatusCode);
    }

    private OpeningJob Job() => app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<OpeningJob>().Single();

    private static Guid IdOf(string wave) => Guid.Parse(wave[(wave.LastIndexOf('/') + 1)..]);

    private Task<int> Invite(string wave, Audience audience, int people, params string?[] segments) => app.Services.GetRequiredService<InvitationStore>().Add(
        Client,
        IdOf(wave),
        [.. Enumerable.Range(0, people).Select(i => new NewInvitation(Guid.NewGuid(), null, $"{Guid.NewGuid():N}@post.example", "de", audience, segments))],
        TimeProvider.System.GetUtcNow(),
        cancellation: Stop);

    private Task<int> MakeDue(string wave) => Sql(wave, "update wave set opens_at = now() - interval '1 minute' where wave_id = @wave");

    private Task<int> Sql(string wave, string statement) => app.Database.Client.Run(Client, db => db.ExecuteAsync(statement, new { wave = IdOf(wave) }), Stop);

    private Task<long> Count(string wave, string query) =>
        app.Database.Client.Run(Client, db => db.ExecuteScalarAsync<long>(query, new { wave = IdOf(wave) }), Stop);
}
