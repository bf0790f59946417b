using System.Globalization;
using Dapper;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Mail.Mailings;
using SurveyGap.Web.Features.Mail.Mime;
using SurveyGap.Web.Features.Mail.Outbox;
using SurveyGap.Web.Features.Mail.Smtp;
using SurveyGap.Web.Features.Mail.Words;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform;

namespace SurveyGap.Web.Tests.Mail;

/// <summary>Ana's client with an open wave, a clock that the test moves, and a sender to whichever server the test names.</summary>
internal sealed class MailWorld : IDisposable
{
    public static readonly DateTimeOffset Opening = new(2026, 11, 2, 7, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Closing = new(2026, 11, 29, 23, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase _database;
    private readonly string _folder = Directory.CreateTempSubdirectory("surveygap-mail").FullName;
    private readonly WaveKeyFolder _waveKeys;

    private MailWorld(TestDatabase database)
    {
        _database = database;
        _waveKeys = new WaveKeyFolder(Path.Combine(_folder, "waves"));
        Settings = MailSettings.Of(Configuration) with { From = Mailbox.Of("", "umfrage@kern-partner.example"), Bounces = Mailbox.Of("", "umfrage@kern-partner.example") };
        Keys = MailKeys.Open(Path.Combine(_folder, "mail.key"));
        Mailings = new MailingStore(database.Worker, database.Client, Keys, Clock, NullLogger<MailingStore>.Instance);
        Control = new MailingControlStore(database.Client, Clock);
        Outbox = new OutboxStore(database.Worker, database.Client, Clock);
        Suppression = new SuppressionStore(database.Client, Clock);
        Texts = new MailTextStore(database.Client);
        FirstAnswers = new FirstAnswerStore(database.Client);
    }

    public StillClock Clock { get; } = new(Opening);

    public MailSettings Settings { get; }

    public MailKeys Keys { get; }

    public MailingStore Mailings { get; }

    public MailingControlStore Control { get; }

    public OutboxStore Outbox { get; }

    public SuppressionStore Suppression { get; }

    public MailTextStore Texts { get; }

    public FirstAnswerStore FirstAnswers { get; }

    public Guid Client { get; } = Guid.NewGuid();

    public Guid Study { get; } = Guid.NewGuid();

    /// <summary>The wave that people are invited to.</summary>
    public Guid Wave { get; private set; }

    public WaveKeys WaveKeys => _waveKeys.Find(Wave)!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IConfiguration Configuration => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["data"] = _folder, ["Site:Url"] = "https://umfrage.example" })
        .Build();

    public static async Task<MailWorld> Create(TestDatabase database)
    {
        var world = new MailWorld(database);
        await using (var owner = await TestDatabase.Connect(database.Owner))
            await owner.ExecuteAsync("truncate client cascade");
        await database.Client.Run(world.Client, async db =>
        {
            await db.ExecuteAsync(
                "insert into client (client_id, name, color, imprint, created_at) values (@Client, 'Alpenblick Versicherung', '#9b3a6a', E'Alpenblick Versicherung\nSeestrasse 12\n6003 Luzern', @Opening)",
                new { world.Client, Opening });
            await db.ExecuteAsync(
                "insert into study (client_id, study_id, name, languages, created_at) values (@Client, @Study, 'Service', '{de,en}', @Opening)",
                new { world.Client, world.Study, Opening });
            await db.ExecuteAsync(
                "insert into questionnaire_version (client_id, study_id, version, questionnaire, created_at) values (@Client, @Study, 1, @questionnaire::jsonb, @Opening)",
                new { world.Client, world.Study, questionnaire = QuestionnaireFile.Write(QuestionnaireTemplates.Load(QuestionnaireTemplates.Default)), Opening });
        });
        await world.OpenWave();
        return world;
    }

    /// <summary>Another wave of the same study; from now on people are invited to this one.</summary>
    public async Task OpenWave()
    {
        Wave = Guid.NewGuid();
        var waves = new WaveStore(_database.Client, _waveKeys);
        await waves.Plan(Client, new NewWave { Wave = Wave, Study = Study, Name = "2026", OpensAt = Opening, ClosesAt = Closing }, Opening, Stop);
        Assert.Equal(Web.Features.Waves.Opening.Opened, await waves.Open(Client, Wave, Opening, Stop));
    }

    /// <summary>Invites so many customers: kunde1@post.example, kunde2@post.example …</summary>
    public Task<int> Invite(int people, string domain = "post.example") =>
        Invite([.. Enumerable.Range(1, people).Select(i => string.Create(CultureInfo.InvariantCulture, $"kunde{i}@{domain}"))]);

    public Task<int> Invite(params IReadOnlyCollection<string> addresses) => Invite(Audience.Customer, addresses);

    public Task<int> Invite(Audience audience, IReadOnlyCollection<string> addresses, string language = "de") => new InvitationStore(_database.Client, _waveKeys, new AddressRules(address => address, Keys.HashOf)).Add(
        Client,
        Wave,
        [.. addresses.Select(address => new NewInvitation(Guid.NewGuid(), "Jürg Müller", address, language, audience, []))],
        Opening,
        cancellation: Stop);

    /// <summary>Presses «send» and lets the minute to call it back pass.</summary>
    public async Task<Guid> Send(MailKind kind)
    {
        var mailing = new NewMailing { Mailing = Guid.NewGuid(), Kind = kind, DueAt = Clock.Now.AddMinutes(1), Signature = "Regula Amstad, Leiterin Kundendienst", ReplyTo = "ana@kern-partner.example" };
        Assert.True(await Mailings.Plan(Client, Wave, mailing));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Mailings.QueueDue(Stop);
        return mailing.Mailing;
    }

    public OutboxSender Sender(SmtpSettings? smtp, Func<IMailRoute>? route = null, TimeProvider? clock = null) => new(
        Outbox,
        new Desks(Settings, Keys, new ShippedTexts(), Texts, FirstAnswers, _waveKeys, new FrozenQuestionnaires(new MemoryCache(new MemoryCacheOptions())), new PublicAddress(Configuration)),
        route ?? (() => new SmtpRoute(smtp!, "app.example", signer: null, TimeProvider.System)),
        Settings with { Smtp = smtp },
        clock ?? Clock,
        NullLogger<OutboxSender>.Instance);

    /// <summary>Sends until nothing is due at this time.</summary>
    public async Task SendAll(SmtpSettings smtp)
    {
        var sender = Sender(smtp);
        while (await sender.SendDue(Stop) > 0)
        {
        }
    }

    /// <summary>How many mails of the outbox are in each state.</summary>
    public Task<Dictionary<string, long>> States() => _database.Client.Run(Client, async db =>
        (await db.QueryAsync<(string State, long Count)>("select state, count(*) from outbox where client_id = @Client group by state", new { Client }))
            .ToDictionary(row => row.State, row => row.Count, StringComparer.Ordinal));

    public Task Sql(string statement, object? values = null) => _database.Client.Run(Client, db => db.ExecuteAsync(statement, new DynamicParameters(values ?? new { Client, Wave })));

    public Task<IReadOnlyList<T>> Rows<T>(string query) => _database.Client.Run<IReadOnlyList<T>>(Client, async db => [.. await db.QueryAsync<T>(query, new { Client, Wave })]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

/// <summary>A clock that stands still until it is moved; its timers run in real time.</summary>
internal sealed class StillClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; private set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by) => Now += by;
}
