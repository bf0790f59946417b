using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Closing;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Mail.Mailings;
using SurveyGap.Web.Tests.Answering;

namespace SurveyGap.Web.Tests.Closing;

/// <summary>
/// Plays the administrator of the host after a closing: all files of the database, dead rows and WAL among them, the mails as files, the keys
/// of forms and cookies. The people answered one after the other, and the attacker has their links.
/// </summary>
public sealed class HostTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Data => Path.GetFullPath(app.Services.GetRequiredService<IConfiguration>()["data"]!);

    [Fact]
    public async Task Dead_ballots_stay_sealed_and_belong_to_nobody_once_the_key_is_gone()
    {
        using var round = await Phone.Wave(app, onePage: true);
        var links = round.People.ToDictionary(person => person.Invitation, person => Phone.LinkOf(round, person)[3..]);
        foreach (var person in round.People)
        {
            using var phone = new Phone(app);
            await phone.Open(Phone.LinkOf(round, person));
            await phone.Send(FormPages.InOne(Mirror.Questionnaire, person.Audience)[0]);
        }

        var places = await Places(round);
        var (secret, seal) = (await File.ReadAllBytesAsync(Directory.GetFiles(Data, $"{round.Wave:N}.key", SearchOption.AllDirectories).Single(), Stop), round.WaveKeys.Seal);
        // The same attacker with the key finds everybody: the search below is not blind.
        Assert.NotEmpty(FilesWith(secret));
        Assert.Equal(places, round.People.Select(person => Convert.ToHexString(round.WaveKeys.AnswerKey(person.Invitation))).ToHashSet());

        await app.Services.GetRequiredService<WaveClosing>().Close(round.Order, Stop);
        await app.Database.Checkpoint();

        // What is left of the ballots on the disk cannot be opened any more, and no secret that is left leads from a person to one.
        Assert.All([secret, seal], key => Assert.Empty(FilesWith(key)));
        Assert.All(KeysLeft().Prepend(round.Wave.ToByteArray(bigEndian: true)), key =>
            Assert.DoesNotContain(round.People.SelectMany(person => Known(person.Invitation, links[person.Invitation])), known =>
                places.Contains(Convert.ToHexString(HMACSHA256.HashData(key, known))) || places.Contains(Convert.ToHexString(SHA256.HashData(known)))));
    }

    [Fact]
    public async Task Nothing_that_is_left_tells_who_was_reminded_or_had_answered()
    {
        using var round = await Phone.Wave(app, onePage: true);
        var customers = round.Of(Audience.Customer).ToList();
        foreach (var person in customers.Take(20))
            await round.Answer(person);
        await new AnsweredFlagStore(app.Database.Client, app.Database.Worker, round.Keys).Flag(new OpenWave { Client = round.Client, Wave = round.Wave }, Stop);
        await Mail(round, MailKind.Invitation);
        await Until(async () => await Count(round, "select count(*) from outbox where wave_id = @wave and kind = 'invitation' and state = 'sent'") == round.People.Count);
        Assert.NotEmpty(MailFiles(round));
        await Mail(round, MailKind.Reminder);
        Assert.InRange(await Count(round, "select count(*) from outbox where wave_id = @wave and kind = 'reminder' and invitation_id is not null"), 1, round.People.Count - 20);

        await app.Services.GetRequiredService<WaveClosing>().Close(round.Order, Stop);

        Assert.Equal(0, await Count(round, "select count(*) from outbox where wave_id = @wave and kind = 'reminder' and (invitation_id is not null or address_hash is not null)"));
        Assert.Equal(0, await Count(round, "select count(*) from invitation where wave_id = @wave and answered"));
        await Until(() => Task.FromResult(!MailFiles(round).Any()));
        // The audit says how many and never who.
        var audit = await app.Database.Client.Run(round.Client, db => db.QuerySingleAsync<string>("select subject::text from audit where action = 'wave closing' and client_id = @Client", new { round.Client }), Stop);
        Assert.All(round.People, person => Assert.DoesNotContain($"{person.Invitation}", audit, StringComparison.Ordinal));
    }

    private async Task Mail(Round round, MailKind kind)
    {
        var mailings = app.Services.GetRequiredService<MailingStore>();
        Assert.True(await mailings.Plan(round.Client, round.Wave, new NewMailing { Mailing = Guid.NewGuid(), Kind = kind, DueAt = app.Clock.GetUtcNow(), Signature = "Ana", ReplyTo = "ana@kern-partner.example" }));
        await mailings.QueueDue(Stop);
    }

    // The links stand in them.
    private IEnumerable<string> MailFiles(Round round) => Directory.EnumerateFiles(Data, "*.eml", SearchOption.AllDirectories)
        .Where(file => File.ReadAllText(file).Contains(round.People[^1].Email!, StringComparison.Ordinal));

    // The application's own worker writes and removes mails every other second.
    private static async Task Until(Func<Task<bool>> state)
    {
        while (!await state())
            await Task.Delay(50, Stop);
    }

    private async Task<HashSet<string>> Places(Round round) => [.. (await app.Database.Client.Run(round.Client, db =>
        db.QueryAsync<byte[]>("select answer_key from ballot where wave_id = @Wave", new { round.Wave }), Stop)).Select(Convert.ToHexString)];

    private Task<long> Count(Round round, string sql) =>
        app.Database.Client.Run(round.Client, db => db.ExecuteScalarAsync<long>(sql, new { round.Wave }), Stop);

    private IEnumerable<string> FilesWith(byte[] wanted) =>
    [
        .. ClusterFiles.With(app.Database, wanted),
        .. Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories).Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(wanted) >= 0),
    ];

    // The ring that protects cookies and forms, in the clear and as it lies there, and whatever other keys the folder holds.
    private IEnumerable<byte[]> KeysLeft() => Directory.EnumerateFiles(Path.Combine(Data, "keys"), "*", SearchOption.AllDirectories)
        .Select(File.ReadAllBytes)
        .SelectMany(file => Ring(Encoding.UTF8.GetString(file)).Prepend(file));

    private static IEnumerable<byte[]> Ring(string xml) =>
        from line in xml.Split('<', '>')
        where line.Length % 4 == 0 && line.Length >= 24 && System.Buffers.Text.Base64.IsValid(line)
        from part in new[] { Convert.FromBase64String(line), Convert.FromBase64String(line)[..32] }.Where(_ => line.Length >= 44)
        select part;

    private static IEnumerable<byte[]> Known(Guid invitation, string link)
    {
        var id = invitation.ToByteArray(bigEndian: true);
        var token = System.Buffers.Text.Base64Url.DecodeFromChars(link);
        return [id, [1, .. id], token, Encoding.UTF8.GetBytes(link), SHA256.HashData(token), [1, .. token]];
    }
}
