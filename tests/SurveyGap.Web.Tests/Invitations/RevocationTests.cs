using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Mail.Mailings;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Tests.Planning;

namespace SurveyGap.Web.Tests.Invitations;

/// <summary>Ana revokes links of people, and learns nothing of them by it.</summary>
public sealed class RevocationTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Guid Client = Cast.Alpenblick.Id;

    private readonly Desk _ana = new(app, Person.Ana);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_number_tells_whether_somebody_had_answered_whose_link_is_revoked()
    {
        var wave = await Open(people: 21);
        // Ten have answered, eleven not: each number stands at the edge of a step of five.
        var answered = await People(wave, "update invitation set answered = true where wave_id = @wave and email < 'p10@' returning invitation_id");
        var silent = await People(wave, "select invitation_id from invitation where wave_id = @wave and not answered");
        Assert.Equal((10, 11), (answered.Count, silent.Count));
        var before = await Numbers(wave);

        foreach (var person in (Guid[])[answered[0], silent[0]])
        {
            await _ana.Send($"/clients/{Client}/waves/{wave}/people/{person}/revocation");

            Assert.Equal(before, await Numbers(wave));
        }
    }

    private async Task<(long Answered, int Reminded)> Numbers(Guid wave)
    {
        var summary = await app.Services.GetRequiredService<WaveSummaryStore>().Find(Client, wave, Stop);
        return (
            summary!.Groups.Single(group => group.Audience == Audience.Customer).Answered,
            await app.Services.GetRequiredService<MailingStore>().Reach(Client, wave, MailKind.Reminder, Stop));
    }

    private async Task<Guid> Open(int people)
    {
        var address = await _ana.Draft(Client);
        var list = string.Concat(Enumerable.Range(0, people).Select(i => $"p{i:00}@post.example\n").Prepend("E-Mail\n"));
        var import = await _ana.Upload($"{address}/people/import", Encoding.UTF8.GetBytes(list), "liste.csv", ("audience", "customer"));
        await _ana.Send($"{import.Headers.Location!.OriginalString}/confirmation");
        await _ana.Send($"{address}/opening", ("now", "true"));
        var wave = Guid.Parse(address[(address.LastIndexOf('/') + 1)..]);
        await People(wave, """
            insert into outbox (client_id, mail_id, wave_id, invitation_id, kind, state, created_at)
            select client_id, gen_random_uuid(), wave_id, invitation_id, 'invitation', 'sent', now() from invitation where wave_id = @wave
            returning invitation_id
            """);
        return wave;
    }

    private Task<List<Guid>> People(Guid wave, string sql) =>
        app.Database.Client.Run(Client, async db => (await db.QueryAsync<Guid>(sql, new { wave })).AsList(), Stop);
}
