using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Tables;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.ApiKeys;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Tests.Answering;

namespace SurveyGap.Web.Tests.Api;

/// <summary>The description is good enough for a program that knows nothing else: a client made from it runs a whole wave.</summary>
public sealed class GeneratedClientTests(TestApp app) : IClassFixture<TestApp>
{
    private string Document => new Uri(app.Address, "/openapi/v1.json").ToString();

    [Fact]
    public async Task The_description_is_valid_OpenAPI()
    {
        var said = await NodeTools.Run("validate.mjs", Document);

        Assert.StartsWith("OpenAPI 3.1", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generated_client_runs_a_whole_wave()
    {
        var wave = await Machine.Draft(app);
        using var machine = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.Results, ApiScope.People, ApiScope.Waves);

        var begun = await NodeTools.RunForJson("wave.mjs", Document, machine.Key, wave.ToString(), "begin");
        Assert.Equal("""{"added":18,"known":0,"suppressed":0}""", begun["added"]!["data"]!.ToJsonString());
        Assert.Equal(begun["added"]!["data"]!.ToJsonString(), begun["again"]!["data"]!.ToJsonString());
        Assert.Equal("#/people/18/email", (string?)begun["refused"]!["data"]!["errors"]![0]!["pointer"]);
        Assert.True((bool)begun["ready"]!["data"]!["ready"]!);
        Assert.Equal("open", (string?)begun["opened"]!["data"]!["state"]);
        Assert.Equal((DateTimeOffset)begun["until"]!, (DateTimeOffset)begun["extended"]!["data"]!["closesAt"]!);

        await Answer(wave);
        var ended = await NodeTools.RunForJson("wave.mjs", Document, machine.Key, wave.ToString(), "end");
        Assert.Equal("closed", (string?)ended["closed"]!["data"]!["state"]);
        Assert.Equal(200, (int)ended["report"]!["status"]!);
        Assert.True((int)ended["report"]!["size"]! > 10_000);
        var gap = ended["gaps"]!["data"]!["gaps"]!.AsArray().First(row => (string?)row!["pair_key"] == "executive-customer" && row["gap"] is not null)!;
        Assert.Equal(1.5, (double)gap["gap"]!);
        Assert.Equal(ResultTables.Keys, ended["release"]!["data"]!["tables"]!.AsObject().Select(table => table.Key));
    }

    // Executives find everything excellent; of the others every second one good, the rest average.
    private async Task Answer(Guid wave)
    {
        var keys = app.Services.GetRequiredService<WaveKeyFolder>().Find(wave)!;
        var people = await app.Database.Client.Run(Cast.Alpenblick.Id, async db =>
            (await db.QueryAsync<(Guid Invitation, short Audience)>("select invitation_id, audience from invitation where wave_id = @wave order by audience", new { wave })).ToList());
        Assert.Equal(18, people.Count);
        foreach (var (number, (invitation, audience)) in people.Index())
        {
            using Phone phone = new(app);
            await phone.Open($"/r/{keys.Link(invitation, InvitationStore.FirstEpoch).Reveal()}");
            foreach (var page in FormPages.Of(Mirror.Questionnaire, (Audience)audience))
                await phone.Send(page, audience == 1 ? 5 : 3 + number % 2);
            Assert.Contains("Danke", await phone.Read($"{phone.Root}/thanks"), StringComparison.Ordinal);
        }
    }
}
