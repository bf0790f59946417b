using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Tests.PersonalData;

/// <summary>
/// Somebody who stands everywhere at a client: in an open wave that she has answered, a closed one and a draft, in a file that
/// waits for its confirmation, in a queued mail, in mails that lie as files, and on the suppression list.
/// </summary>
internal sealed class Petra(TestApp app, TestClient client)
{
    public const string Name = "Petra Einzigartig";
    public const string Address = "petra.einzig@kundschaft.example";

    public static string[] Words { get; } = ["Petra Einzig", Address];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly Guid _open = Guid.NewGuid();

    public Guid Draft { get; } = Guid.NewGuid();

    public byte[] Hash => app.Services.GetRequiredService<MailKeys>().HashOf(Address);

    public string Mails => app.Services.GetRequiredService<MailSettings>().Folder;

    private byte[] AnswerKey => app.Services.GetRequiredService<WaveKeyFolder>().Find(client.OpenWave)!.AnswerKey(_open);

    public async Task Enter()
    {
        var (waves, people) = (app.Services.GetRequiredService<WaveStore>(), app.Services.GetRequiredService<InvitationStore>());
        var now = app.Clock.GetUtcNow();
        await waves.Plan(client.Id, new NewWave { Wave = Draft, Study = client.Study, Name = "Winter", OpensAt = now.AddDays(30), ClosesAt = now.AddDays(60) }, now, Stop);
        // Each time as somebody else would type it.
        Assert.Equal(1, await people.Add(client.Id, Draft, [new NewInvitation(Guid.NewGuid(), Name, Address.ToUpperInvariant(), "de", Audience.Customer, [])], now, cancellation: Stop));
        Assert.Equal(1, await people.Add(client.Id, client.OpenWave, [new NewInvitation(_open, Name, Address, "de", Audience.Customer, [])], now, cancellation: Stop));
        var ballots = app.Services.GetRequiredService<BallotStore>();
        foreach (var key in (byte[][])[AnswerKey, RandomNumberGenerator.GetBytes(32)])
            Assert.Equal(Submission.Accepted, await ballots.Submit(client.Id, client.OpenWave, new SealedBallot(key, [1, 2, 3]), Stop));
        await app.Database.Client.Run(client.Id, async db =>
        {
            var closed = Guid.NewGuid();
            await db.ExecuteAsync("insert into invitation (client_id, wave_id, invitation_id, name, email, language, audience, segments, token_hash, created_at) values (@Id, @ClosedWave, @closed, @Name, @Address, 'de', 3, '{}', @token, now())",
                new { client.Id, client.ClosedWave, closed, Name, Address, token = RandomNumberGenerator.GetBytes(32) });
            await db.ExecuteAsync("insert into people_import (client_id, wave_id, import_id, file_name, content, language, columns, touched_at, created_at) values (@Id, @Draft, @import, 'petra einzig.csv', @content, 'de', '{}', now(), now())",
                new { client.Id, Draft, import = Guid.NewGuid(), content = (byte[])[.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($"Wer;Wohin\n{Name};<mailto:{Address}>\nNora;nora@kundschaft.example\n")] });
            await db.ExecuteAsync("insert into suppression (client_id, suppression_id, address_hash, study_id, reason, created_at) values (@Id, @id, @Hash, @Study, 'unsubscribed', now())", new { client.Id, id = Guid.NewGuid(), Hash, client.Study });
            foreach (var (kind, state, wave, invitation) in new (string, string, Guid, Guid?)[]
            {
                ("invitation", "sent", client.OpenWave, _open), ("reminder", "queued", client.OpenWave, _open), ("thanks", "sent", client.ClosedWave, closed), ("thanks", "unknown", client.ClosedWave, null),
            })
            {
                var mail = Guid.NewGuid();
                await db.ExecuteAsync("insert into outbox (client_id, mail_id, wave_id, invitation_id, kind, address_hash, state, next_attempt_at, created_at) values (@Id, @mail, @wave, @invitation, @kind, @Hash, @state, now() + interval '9 days', now())",
                    new { client.Id, mail, wave, invitation, kind, Hash, state });
                var folder = kind == "thanks" ? Mails : Path.Combine(Mails, $"{wave}");
                Directory.CreateDirectory(folder);
                await File.WriteAllTextAsync(Path.Combine(folder, $"{mail:N}.eml"), $"To: {Name} <{Address}>", Stop);
            }
        }, Stop);
    }

    /// <summary>Ballots in the open wave's box: hers, and somebody's.</summary>
    public Task<(bool Hers, long All)> Ballots() => app.Database.Client.Run(client.Id, db => db.QuerySingleAsync<(bool, long)>(
        "select coalesce(bool_or(answer_key = @AnswerKey), false), count(*) from ballot where wave_id = @OpenWave", new { AnswerKey, client.OpenWave }), Stop);

    public Task<IReadOnlyList<string>> Tables() => Traces.InTables(app.Database, client.Id, Words);
}
