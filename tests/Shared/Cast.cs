using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Accounts;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Testing;

/// <summary>Two clients with an open and a closed wave each, and the people of all tests.</summary>
public static class Cast
{
    /// <summary>Where Ana is consultant and Ben reads.</summary>
    public static readonly TestClient Alpenblick = new("Alpenblick Versicherung");

    /// <summary>Cleo's, of which the others know nothing.</summary>
    public static readonly TestClient Bergbahn = new("Bergbahn Sonnenhorn");

    // Of all apps of a run: hashing is slow on purpose.
    private static string? _hash;

    internal static async Task Enter(TestApp app)
    {
        var hash = LazyInitializer.EnsureInitialized(ref _hash, () => app.Services.GetRequiredService<Passwords>().Hash(Person.Password));
        await app.Database.Client.Run(Guid.Empty, async db =>
        {
            foreach (var person in Person.All)
                await db.ExecuteAsync(AccountSql, new { person.Id, person.Email, person.Name, hash, isAdministrator = person == Person.Dora });
        });
        await Add(app, Alpenblick, (Person.Ana, "consultant"), (Person.Ben, "reader"), (Person.Emil, "consultant"));
        await Add(app, Bergbahn, (Person.Cleo, "consultant"));
    }

    private const string AccountSql = """
        insert into account (account_id, email, name, password_hash, security_stamp, is_administrator, created_at)
        values (@Id, @Email, @Name, @hash, 'first-security-stamp', @isAdministrator, now())
        """;

    private static Task Add(TestApp app, TestClient client, params (Person Person, string Role)[] members) => app.Database.Client.Run(client.Id, async db =>
    {
        await db.ExecuteAsync(ClientSql, new { client.Id, client.Name, Logo = client == Alpenblick ? Logo : null });
        foreach (var (person, role) in members)
            await db.ExecuteAsync("insert into membership values (@client, @account, @role, now())", new { client = client.Id, account = person.Id, role });

        var questionnaire = await File.ReadAllTextAsync(QuestionnaireTemplates.FileOf(QuestionnaireTemplates.Default)!);
        await db.ExecuteAsync(StudySql, new { client.Id, client.Study, questionnaire });
        await db.ExecuteAsync(WaveSql, new { client.Id, client.Study, Wave = client.OpenWave, Name = "Herbst", From = -10, To = 20, IsClosed = false, questionnaire });
        await db.ExecuteAsync(WaveSql, new { client.Id, client.Study, Wave = client.ClosedWave, Name = "Frühling", From = -200, To = -180, IsClosed = true, questionnaire });
        await db.ExecuteAsync(ReleaseSql, new { client.Id, Wave = client.ClosedWave, Release = Guid.NewGuid(), Counts = Encoding.UTF8.GetString(CountsJson.Write(Counts())) });
        await Invite(db, client);
        app.Services.GetRequiredService<WaveKeyFolder>().Create(client.OpenWave);
    });

    /// <summary>One grey point: the smallest picture there is. Alpenblick's; the other client has none.</summary>
    public static readonly byte[] Logo = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private const string ClientSql = "insert into client (client_id, name, color, logo, created_at) values (@Id, @Name, '#a23b72', @Logo, now())";

    private const string StudySql = """
        insert into study (client_id, study_id, name, languages, created_at) values (@Id, @Study, 'Servicespiegel', '{de,en}', now());
        insert into questionnaire_version (client_id, study_id, version, questionnaire, created_at) values (@Id, @Study, 1, @questionnaire::jsonb, now())
        """;

    private const string WaveSql = """
        insert into wave (client_id, wave_id, study_id, name, opens_at, closes_at, questionnaire, opened_at, closed_at, created_at)
        values (@Id, @Wave, @Study, @Name, now() + @From * interval '1 day', now() + @To * interval '1 day', @questionnaire::jsonb,
                now() + @From * interval '1 day', case when @IsClosed then now() + @To * interval '1 day' end, now())
        """;

    private const string ReleaseSql = """
        insert into release (client_id, wave_id, version, release_id, counts, created_at)
        values (@Id, @Wave, 1, @Release, @Counts::jsonb, now())
        """;

    /// <summary>Executives far too kind: 4 to 5, employees 3 to 4, customers 2 to 4.</summary>
    private static WaveCounts Counts()
    {
        var questionnaire = QuestionnaireTemplates.Load(QuestionnaireTemplates.Default);
        var slots = SlotMap.Of(questionnaire);
        var random = new Random(20261121);
        var responses = Answers(Audience.Executive, 9, 4, 5).Concat(Answers(Audience.Employee, 40, 3, 4)).Concat(Answers(Audience.Customer, 120, 2, 4));
        return Counting.Of(responses, questionnaire, [], new Dictionary<Audience, Participation>
        {
            [Audience.Executive] = new(9),
            [Audience.Employee] = new(84),
            [Audience.Customer] = new(640),
        });

        IEnumerable<Response> Answers(Audience audience, int persons, int low, int high) => Enumerable.Range(0, persons).Select(_ => new Response(
            audience, [], [.. slots.Slots.Select(slot => slot.Question.Scale == Scale.Quality5 ? (byte)random.Next(low, high + 1) : Answer.None)]));
    }

    private static async Task Invite(NpgsqlConnection db, TestClient client)
    {
        await db.ExecuteAsync(ImportSql, new { client.Id, Wave = client.OpenWave, client.Import, Content = Encoding.UTF8.GetBytes("E-Mail;Sprache\nnora@post.example;d\n") });
        await db.ExecuteAsync(OpenLinkSql, new { client.Id, Wave = client.OpenWave, Code = RandomNumberGenerator.GetHexString(16) });
        foreach (var audience in Enum.GetValues<Audience>())
        {
            for (var person = 0; person < 12; person++)
            {
                await db.ExecuteAsync(InvitationSql, new
                {
                    client.Id,
                    Wave = client.OpenWave,
                    Invitation = (audience, person) == (Audience.Customer, 11) ? client.Person : Guid.NewGuid(),
                    Audience = (short)audience,
                    Hash = RandomNumberGenerator.GetBytes(32),
                    Answered = person < 7,
                });
            }
        }
    }

    private const string OpenLinkSql =
        "insert into open_link (client_id, wave_id, audience, code, created_at) values (@Id, @Wave, 3, @Code, now())";

    private const string ImportSql = """
        insert into people_import (client_id, wave_id, import_id, file_name, content, audience, language, columns, touched_at, created_at)
        values (@Id, @Wave, @Import, 'people.csv', @Content, 3, 'de', '{email,language}', now(), now())
        """;

    private const string InvitationSql = """
        insert into invitation (client_id, wave_id, invitation_id, language, audience, segments, token_hash, answered, created_at)
        values (@Id, @Wave, @Invitation, 'de', @Audience, '{}', @Hash, @Answered, now())
        """;
}

/// <summary>A client with its waves.</summary>
public sealed record TestClient(string Name)
{
    public Guid Id { get; } = Guid.NewGuid();

    public Guid Study { get; } = Guid.NewGuid();

    /// <summary>One of the customers who are invited to the open wave.</summary>
    public Guid Person { get; } = Guid.NewGuid();

    /// <summary>A file of people that waits there for its confirmation.</summary>
    public Guid Import { get; } = Guid.NewGuid();

    public Guid OpenWave { get; } = Guid.NewGuid();

    public Guid ClosedWave { get; } = Guid.NewGuid();
}
