using System.Security.Cryptography;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Accounts;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Closing;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.CommandLine.Demo;

/// <summary>
/// Loads the demo client: a wave that closed a year ago and one that runs. The answers go the way of real ones: sealed, put into
/// the box, and opened by closing. Killed at any moment, it goes on at the next start: each step happens once, however often it is tried.
/// </summary>
internal sealed class DemoLoader(
    DemoStore store, Passwords passwords, WaveStore waves, InvitationStore invitations, BallotStore ballots, WaveClosing closing, DueWavesStore due, WaveKeyFolder keys, TimeProvider clock)
{
    public const string Email = "ana@alpenblick.example";

    // No secret: it opens invented data, and is printed at each start.
    public const string Password = "gipfel-und-grat";

    private const int AtOnce = 8;

    private static readonly TimeSpan Ample = TimeSpan.FromDays(1);

    private static readonly Segment[] Segments = [new("language", "Sprache"), new("country", "Land"), new("channel", "Kanal")];

    /// <summary>With a consultant of the demo's own.</summary>
    public async Task Load(CancellationToken cancellation)
    {
        if (await store.IsLoaded(cancellation))
            return;
        await store.AddAccount(Email, passwords.Hash(Password), RandomNumberGenerator.GetHexString(32), clock.GetUtcNow(), cancellation);
        await LoadFor(DemoId.Account, cancellation);
    }

    /// <summary>For somebody who has an account already.</summary>
    public async Task LoadFor(Guid account, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var questionnaire = QuestionnaireTemplates.Load(QuestionnaireTemplates.Default);
        await store.AddClient(account, questionnaire, now, cancellation);
        if (await store.IsLoaded(cancellation))
            return;
        var people = await DemoFiles.People();
        foreach (var wave in DemoWave.Both(now))
            await Load(wave, questionnaire, people, cancellation);
        await store.MarkLoaded(now, cancellation);
    }

    private async Task Load(DemoWave wave, Questionnaire questionnaire, IReadOnlyList<DemoPerson> people, CancellationToken cancellation)
    {
        // Closed already: loading was broken off later. Its key is gone, and must not come back.
        if ((await due.Closed([wave.Id], cancellation)).Count == 0)
            await Fill(wave, questionnaire, people, cancellation);
        await store.Date(wave.Id, wave.ClosesAt, cancellation);
    }

    private async Task Fill(DemoWave wave, Questionnaire questionnaire, IReadOnlyList<DemoPerson> people, CancellationToken cancellation)
    {
        // Dated back once it is closed: the job would close a wave that is long due half filled.
        var plan = wave.Plan(Segments);
        await waves.Plan(DemoId.Client, wave.IsOver ? plan with { ClosesAt = clock.GetUtcNow() + Ample } : plan, wave.OpensAt, cancellation);
        await invitations.Add(DemoId.Client, wave.Id, [.. people.Select(wave.Invite)], wave.OpensAt, cancellation: cancellation);
        await waves.Open(DemoId.Client, wave.Id, wave.OpensAt, cancellation);
        await Answer(wave, await DemoFiles.Answers(wave.Number, questionnaire), people, cancellation);
        if (wave.IsOver)
            await closing.Close(new ClosingOrder(DemoId.Client, wave.Id, wave.ClosesAt), cancellation);
    }

    private async Task Answer(DemoWave wave, IReadOnlyList<AnswersRow> rows, IReadOnlyList<DemoPerson> people, CancellationToken cancellation)
    {
        var waveKeys = keys.Find(wave.Id)!;
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Matched(rows, people), options, async (match, stop) =>
        {
            var (row, person) = match;
            var place = waveKeys.AnswerKey(DemoId.Invitation(wave.Number, person.Number));
            var ballot = new Ballot(person.Audience, ThroughOpenLink: false, person.Segments, row.Response.Answers, row.Comments);
            await ballots.Submit(DemoId.Client, wave.Id, SealedBallot.Of(ballot, wave.Id, waveKeys, place), stop);
        });
    }

    /// <summary>Gives each row to another person of the same audience, language and segments; the same one at every start.</summary>
    internal static IEnumerable<(AnswersRow Row, DemoPerson Person)> Matched(IReadOnlyList<AnswersRow> rows, IReadOnlyList<DemoPerson> people)
    {
        var waiting = people.GroupBy(person => KeyOf(person.Audience, person.Segments)).ToDictionary(group => group.Key, group => new Queue<DemoPerson>(group));
        return rows.Select(row => (row, waiting[KeyOf(row.Response.Audience, row.Response.Segments)].Dequeue()));

        static string KeyOf(Audience audience, IReadOnlyList<string?> segments) => $"{audience} {string.Join('|', segments)}";
    }
}
