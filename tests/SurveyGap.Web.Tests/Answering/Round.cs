using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Closing;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Telemetry;

namespace SurveyGap.Web.Tests.Answering;

/// <summary>An open wave of the service mirror at a client of its own, and the people invited to it.</summary>
internal sealed class Round : IDisposable
{
    /// <summary>Some days ago: the application of a test closes what is over.</summary>
    public static readonly DateTimeOffset Opening = new(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(-5).AddHours(7), TimeSpan.Zero);

    private static readonly byte[] Answers = new byte[SlotMap.Of(Mirror.Questionnaire).Count];

    private readonly TestDatabase _database;
    private readonly DirectoryInfo? _keyFolder;

    private Round(TestDatabase database, WaveKeyFolder? keys)
    {
        _database = database;
        _keyFolder = keys is null ? Directory.CreateTempSubdirectory("surveygap-keys-") : null;
        Keys = keys ?? new WaveKeyFolder(_keyFolder!.FullName);
    }

    public Guid Client { get; } = Guid.NewGuid();

    public Guid Wave { get; } = Guid.NewGuid();

    public WaveKeyFolder Keys { get; }

    public string KeyFolder => _keyFolder!.FullName;

    public WaveKeys WaveKeys => Keys.Find(Wave)!;

    public IReadOnlyList<NewInvitation> People { get; private set; } = [];

    public BallotStore Ballots => new(_database.Client);

    public InvitationStore Invitations => new(_database.Client, Keys, new AddressRules(address => address, address => SHA256.HashData(Encoding.UTF8.GetBytes(address))));

    public WaveStore Waves => new(_database.Client, Keys);

    public ClosingStore ClosingStore => new(_database.Client, new Retention(30, 30));

    public WaveClosing Closing => new(ClosingStore, new DueWavesStore(_database.Worker, _database.Client), Keys, TimeProvider.System, new Measurements(Meters));

    private static IMeterFactory Meters => new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();

    public ClosingOrder Order => new(Client, Wave, Opening.AddDays(14));

    // The keys lie in a folder of the round's own, unless a running application has to find them.
    public static async Task<Round> Open(TestDatabase database, int executives = 9, int employees = 12, int customers = 30, WaveKeyFolder? keys = null, bool onePage = false)
    {
        var round = new Round(database, keys);
        await database.Client.Run(round.Client, db => db.ExecuteAsync(AddSql, new
        {
            round.Client,
            at = Opening,
            json = QuestionnaireFile.Write(Mirror.Questionnaire),
        }));
        await round.Waves.Plan(round.Client, new NewWave
        {
            Wave = round.Wave,
            Study = round.Client,
            Name = "Herbst 2026",
            OpensAt = Opening,
            ClosesAt = Opening.AddDays(14),
            OnePage = onePage,
            Segments = [new("language", "Sprache"), new("channel", "Kanal")],
        }, Opening);
        round.People =
        [
            .. Invite(Audience.Executive, executives), .. Invite(Audience.Employee, employees), .. Invite(Audience.Customer, customers),
        ];
        await round.Invitations.Add(round.Client, round.Wave, round.People, Opening);
        Assert.Equal(Features.Waves.Opening.Opened, await round.Waves.Open(round.Client, round.Wave, Opening));
        return round;
    }

    /// <summary>Somebody answers everything with the same rating.</summary>
    public Task<Submission> Answer(NewInvitation person, int rating = 4, string? comment = null) =>
        Ballots.Submit(Client, Wave, Sealed(person, rating, comment));

    public SealedBallot Sealed(NewInvitation person, int rating = 4, string? comment = null)
    {
        var sheet = new AnswerSheet(SlotMap.Of(Mirror.Questionnaire), Answers, new Dictionary<string, string>());
        foreach (var page in FormPages.Of(Mirror.Questionnaire, person.Audience))
        {
            var form = Mirror.Answered(page);
            foreach (var question in page.Questions.Where(question => question.Scale is Scale.Quality5))
                form[question.Key] = $"{rating}";
            sheet.Fill(page, form.Form());
        }

        return Sealed(person, sheet.Answers, comment);
    }

    public SealedBallot Sealed(NewInvitation person, byte[] answers, string? comment)
    {
        var comments = new Dictionary<string, string>();
        if (comment is not null)
            comments["response"] = comment;
        var ballot = new Ballot(person.Audience, ThroughOpenLink: false, person.Segments, answers, comments);
        return SealedBallot.Of(ballot, Wave, WaveKeys, WaveKeys.AnswerKey(person.Invitation));
    }

    public IEnumerable<NewInvitation> Of(Audience audience) => People.Where(person => person.Audience == audience);

    public Task<long> Count(string table) => _database.Client.Run(Client, db =>
        db.ExecuteScalarAsync<long>($"select count(*) from {table} where client_id = @client and wave_id = @wave", new { Client, Wave }));

    public void Dispose() => _keyFolder?.Delete(recursive: true);

    private const string AddSql = """
        insert into client (client_id, name, color, created_at) values (@client, 'Alpenblick Versicherung', '#9b2f6b', @at);
        insert into study (client_id, study_id, name, languages, created_at) values (@client, @client, 'Servicespiegel', '{de,en}', @at);
        insert into questionnaire_version (client_id, study_id, version, questionnaire, created_at) values (@client, @client, 1, @json::jsonb, @at)
        """;

    private static IEnumerable<NewInvitation> Invite(Audience audience, int people) => Enumerable.Range(1, people).Select(number => new NewInvitation(
        Guid.NewGuid(),
        $"{audience} {number}",
        $"{audience}-{number}@alpenblick.example",
        "de",
        audience,
        audience is Audience.Executive ? [null, null] : ["de", number % 2 == 0 ? "Telefon" : "Filiale"]));
}
