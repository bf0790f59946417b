using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Mail.Mailings;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Database;
using SurveyGap.Web.Platform.EmbeddedPostgres;

namespace SurveyGap.Load;

/// <summary>An installation in a folder of its own, with one open wave on one page and any number of invited customers.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly Microsoft.AspNetCore.Builder.WebApplication _app;

    private Crowd(DirectoryInfo folder)
    {
        _folder = folder;
        // PostgreSQL refuses to run as root and has to reach its folder as somebody else.
        if (!OperatingSystem.IsWindows())
            _folder.UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        _app = SurveyGapApp.Create([$"--data={_folder.FullName}"]);
    }

    public Guid Client { get; } = Guid.NewGuid();

    public Guid Wave { get; } = Guid.NewGuid();

    public string Data => _folder.FullName;

    public IReadOnlyList<Guid> People { get; private set; } = [];

    public Questionnaire Questionnaire { get; } = QuestionnaireTemplates.Load(QuestionnaireTemplates.Default);

    public WaveKeys Keys => Service<WaveKeyFolder>().Find(Wave)!;

    /// <param name="people">How many customers are invited.</param>
    /// <param name="addressOf">The address of the person with this number; null: all get their link on paper.</param>
    /// <param name="attributes">What results are split by.</param>
    public static Task<Crowd> Invite(int people, Func<int, string>? addressOf = null, params IReadOnlyList<Segment> attributes) =>
        InviteTo(Directory.CreateTempSubdirectory("surveygap-load-"), people, addressOf, attributes);

    /// <summary>The same in a given folder.</summary>
    public static async Task<Crowd> InviteTo(DirectoryInfo folder, int people, Func<int, string>? addressOf = null, params IReadOnlyList<Segment> attributes)
    {
        var crowd = new Crowd(folder);
        var (client, wave, now) = (crowd.Client, crowd.Wave, Now);
        await crowd.Service<DatabaseOpening>().Open(CancellationToken.None);
        await crowd.Service<ClientScope>().Run(client, db => db.ExecuteAsync(AddSql, new { client, now, json = QuestionnaireFile.Write(crowd.Questionnaire) }));
        await crowd.Service<WaveStore>().Plan(client, new NewWave { Wave = wave, Study = client, Name = "Load", OpensAt = now, ClosesAt = now.AddDays(1), OnePage = true, Segments = attributes }, now);
        crowd.People = [.. Enumerable.Range(0, people).Select(_ => Guid.NewGuid())];
        await crowd.Service<InvitationStore>().Add(
            client, wave, [.. crowd.People.Select((person, i) => new NewInvitation(person, null, addressOf?.Invoke(i + 1), "de", Audience.Customer, []))], now);
        await crowd.Service<WaveStore>().Open(client, wave, now);
        return crowd;
    }

    /// <summary>More customers: p1@DOMAIN, p2@DOMAIN …</summary>
    public Task Add(int people, string domain) => Service<InvitationStore>().Add(
        Client, Wave, [.. Enumerable.Range(1, people).Select(i => new NewInvitation(Guid.NewGuid(), null, $"p{i}@{domain}", "de", Audience.Customer, []))], Now);

    /// <summary>To everybody who has got none yet, at once.</summary>
    public Task SendInvitations() => Service<MailingStore>().Plan(Client, Wave, new NewMailing { Mailing = Guid.NewGuid(), Kind = MailKind.Invitation, DueAt = Now });

    /// <summary>How the queue stands with the people of a domain.</summary>
    public Task<List<MailRow>> Mails(string domain) => Service<ClientScope>().Run(Client, async db =>
        (await db.QueryAsync<MailRow>(MailsSql, new { Client, domain })).AsList());

    /// <summary>An hour passes for what waits in these states.</summary>
    public Task PutQueueForward(string[] states) => Service<ClientScope>().Run(Client, db => db.ExecuteAsync(
        "update outbox set next_attempt_at = next_attempt_at - interval '1 hour' where client_id = @Client and state = any (@states)", new { Client, states }));

    private const string MailsSql = """
        select i.email, o.state, o.reason
        from   outbox o
        join   invitation i using (client_id, wave_id, invitation_id)
        where  o.client_id = @Client and i.email like '%@' || @domain
        """;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public string LinkOf(Guid person) => $"/r/{Keys.Link(person, InvitationStore.FirstEpoch).Reveal()}";

    public Site Site(params IReadOnlyList<string> settings) => SurveyGap.Load.Site.Of(Data, settings);

    /// <summary>Their links are void.</summary>
    public Task Revoke(IEnumerable<Guid> people) => Change("update invitation set revoked_at = now() where client_id = @Client and invitation_id = any (@people)", people);

    /// <summary>They have other links, and the old ones are void.</summary>
    public Task Renew(IEnumerable<Guid> people) => Change("update invitation set token_hash = sha256(token_hash) where client_id = @Client and invitation_id = any (@people)", people);

    private Task<int> Change(string sql, IEnumerable<Guid> people) => Service<ClientScope>().Run(Client, db => db.ExecuteAsync(sql, new { Client, people = people.ToArray() }));

    /// <summary>All that lies in the box.</summary>
    public Task<List<SealedBallot>> Ballots() => Service<ClientScope>().Run(Client, async db =>
        (await db.QueryAsync<(byte[] Key, byte[] Sealed)>("select answer_key, sealed from ballot where wave_id = @wave", new { Wave }))
            .Select(row => new SealedBallot(row.Key, row.Sealed)).ToList());

    /// <summary>The wave's time is over.</summary>
    public Task EndNow() => EndAt(Now);

    /// <summary>When the wave's time is over.</summary>
    public Task EndAt(DateTimeOffset at) => Service<ClientScope>().Run(Client, db => db.ExecuteAsync("update wave set closes_at = @at where wave_id = @Wave", new { Wave, at }));

    /// <summary>Somebody has the wave's lock alone.</summary>
    public Task<bool> IsBeingClosed() => Service<ClientScope>().Run(Client, db =>
        db.ExecuteScalarAsync<bool>("select exists (select from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and granted)"));

    /// <summary>How often this was done to a wave, if none is named to the crowd's.</summary>
    public Task<int> Audited(string action, Guid? wave = null) => Service<ClientScope>().Run(Client, db => db.ExecuteScalarAsync<int>(
        "select count(*) from audit where client_id = @Client and action = @action and subject->>'wave' = @wave", new { Client, action, wave = $"{wave ?? Wave}" }));

    /// <summary>A second wave, which opens by itself at once.</summary>
    public async Task<Guid> PlanAnother()
    {
        var (another, now) = (Guid.NewGuid(), Now);
        await Service<WaveStore>().Plan(Client, new NewWave { Wave = another, Study = Client, Name = "Another", OpensAt = now, ClosesAt = now.AddDays(1) }, now);
        await Service<InvitationStore>().Add(
            Client, another, [.. Enumerable.Range(0, 10).Select(_ => new NewInvitation(Guid.NewGuid(), null, null, "de", Audience.Customer, []))], now);
        await Service<WaveStore>().Confirm(Client, another, now, by: default);
        return another;
    }

    public Task<int> Responses() => Service<ClientScope>().Run(Client, db =>
        db.ExecuteScalarAsync<int>("select count(*) from response where wave_id = @wave", new { Wave }));

    public Task<PrivatePostgres> Postgres() => PrivatePostgres.Start(new(Data), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public T Service<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    private const string AddSql = """
        insert into client (client_id, name, color, created_at) values (@client, 'Load', '#336699', @now);
        insert into study (client_id, study_id, name, languages, created_at) values (@client, @client, 'Load', '{de}', @now);
        insert into questionnaire_version (client_id, study_id, version, questionnaire, created_at) values (@client, @client, 1, @json::jsonb, @now)
        """;
}
