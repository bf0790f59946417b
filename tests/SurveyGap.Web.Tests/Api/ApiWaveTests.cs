using System.Net;
using SurveyGap.Testing;
using SurveyGap.Web.Features.ApiKeys;

namespace SurveyGap.Web.Tests.Api;

/// <summary>Waves by program: the checks of the pages, and nothing that readers do not see.</summary>
public sealed class ApiWaveTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_key_that_only_reads_results_sees_closed_waves()
    {
        using var reader = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.Results);
        using var manager = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.Waves);

        Assert.Equal([$"{Cast.Alpenblick.ClosedWave}"], (await reader.Read("waves"))["waves"]!.AsArray().Select(wave => (string)wave!["id"]!));
        await Machine.Problem(await reader.Get($"waves/{Cast.Alpenblick.OpenWave}"), 404);
        Assert.Equal("open", (string?)(await manager.Read($"waves/{Cast.Alpenblick.OpenWave}"))["state"]);
    }

    [Fact]
    public async Task Participation_comes_in_steps_of_five_and_ends_with_the_closing()
    {
        using var machine = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.Waves);

        // Seven of twelve have answered in each group.
        var groups = (await machine.Read($"waves/{Cast.Alpenblick.OpenWave}/participation"))["groups"]!.AsArray();
        Assert.Equal(["executive", "employee", "customer"], groups.Select(group => (string)group!["audience"]!));
        Assert.All(groups, group => Assert.Equal((12, 5), ((int)group!["invited"]!, (int)group["answered"]!)));
        Assert.All((await machine.Read($"waves/{Cast.Alpenblick.ClosedWave}/participation"))["groups"]!.AsArray(), group => Assert.Null(group!["answered"]));
    }

    [Fact]
    public async Task A_wave_that_lacks_something_stays_shut_and_says_what()
    {
        var wave = await Machine.Draft(app);
        using var machine = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.Waves, ApiScope.People);
        var readiness = await machine.Read($"waves/{wave}/readiness");
        var problem = await Machine.Problem(await machine.Post($"waves/{wave}/opening", new { now = true, invite = true }), 409);

        Assert.False((bool)readiness["ready"]!);
        Assert.Equal("wave-not-ready", (string?)problem["code"]);
        Assert.Equal(["nobody"], problem["errors"]!.AsArray().Select(error => (string)error!["code"]!));
        Assert.Equal("draft", (string?)(await machine.Read($"waves/{wave}"))["state"]);
        await Machine.Problem(await machine.Post($"waves/{wave}/extension", new { until = app.Clock.GetUtcNow().AddDays(50) }), 409);
        await Machine.Problem(await machine.Post($"waves/{wave}/closing", body: null), 409);
    }

    [Fact]
    public async Task A_wave_opens_on_its_date_with_invitations_in_the_name_of_who_made_the_key()
    {
        var wave = await Machine.Draft(app);
        using var machine = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.Waves, ApiScope.People);
        await machine.Post($"waves/{wave}/people", new { people = Enumerable.Range(0, 6).Select(number => new { email = $"g{number}@post.example", audience = "customer" }) }, "g");

        var agreed = await Machine.Body(await machine.Post($"waves/{wave}/opening", new { now = false, invite = true }));

        Assert.Equal("draft", (string?)agreed["state"]);
        Assert.NotNull(agreed["openingConfirmedAt"]);
        Assert.Equal((Person.Ana.Email, Person.Ana.Id), await app.Database.Client.Run(Cast.Alpenblick.Id, db => Dapper.SqlMapper.QuerySingleAsync<(string, Guid)>(
            db, "select reply_to, created_by from mailing where wave_id = @wave", new { wave })));
    }

    [Fact]
    public async Task An_extension_only_goes_forward_and_may_be_sent_again()
    {
        var address = $"waves/{Cast.Alpenblick.OpenWave}";
        using var machine = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.Waves);
        var later = app.Clock.GetUtcNow().AddDays(40);

        Assert.Equal(HttpStatusCode.OK, (await machine.Post($"{address}/extension", new { until = later })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await machine.Post($"{address}/extension", new { until = later })).StatusCode);
        foreach (var until in new[] { later.AddDays(-1), app.Clock.GetUtcNow().AddDays(-1), new DateTimeOffset(2201, 1, 1, 0, 0, 0, TimeSpan.Zero) })
            Assert.Equal("#/until", (string?)(await Machine.Problem(await machine.Post($"{address}/extension", new { until }), 422))["errors"]![0]!["pointer"]);
    }
}
