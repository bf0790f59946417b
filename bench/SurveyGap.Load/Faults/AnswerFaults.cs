using System.Diagnostics;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;

namespace SurveyGap.Load.Faults;

/// <summary>
/// People answer while the app and PostgreSQL are killed in turn, restarted or stopped: no acknowledged answer may be missing or
/// changed, none may be there twice.
/// </summary>
internal static class AnswerFaults
{
    private const int Impatient = 1000;

    /// <summary>SIGKILL, the app and PostgreSQL in turn.</summary>
    public static async Task<IReadOnlyList<Fault>> Killed(int submits, int kills) =>
    [
        await FiveAtOnce(),
        .. await Play(submits, 2 * kills, ("the app killed (SIGKILL)", KillSite), ("PostgreSQL killed (SIGKILL)", (_, crowd) => Server.Kill(crowd.Data))),
    ];

    /// <summary>As whoever looks after the machine restarts them.</summary>
    public static Task<IReadOnlyList<Fault>> Restarted(int submits, int restarts) =>
        Play(submits, 2 * restarts, ("the app restarted (SIGTERM)", RestartSite), ("PostgreSQL restarted (SIGINT)", (_, crowd) => Server.Stop(crowd.Data)));

    private static Task KillSite(Site site, Crowd crowd)
    {
        site.Kill();
        return site.Start();
    }

    private static async Task RestartSite(Site site, Crowd crowd)
    {
        await site.Stop();
        await site.Start();
    }

    // Spread evenly over the submits, in turn.
    private static async Task<IReadOnlyList<Fault>> Play(int submits, int times, params (string What, Func<Site, Crowd, Task> Happens)[] faults)
    {
        await using var crowd = await Crowd.Invite(submits);
        using var site = crowd.Site();
        await site.Start();
        using Respondents people = new(crowd, site.Address);
        List<double>[] recoveries = [.. faults.Select(_ => new List<double>())];
        await people.Answer(async () =>
        {
            for (var time = 0; time < times; time++)
            {
                await people.Reached((time + 1.0) / (times + 1));
                var watch = Stopwatch.StartNew();
                await faults[time % faults.Length].Happens(site, crowd);
                recoveries[time % faults.Length].Add(await people.Recovery(watch));
            }
        });
        // One box for all of them.
        return [.. await Task.WhenAll(faults.Select((fault, i) => people.Ledger(fault.What, $"{recoveries[i].Count} times", recoveries[i])))];
    }

    // Who presses «send» five times, or has five tabs, has answered once.
    private static async Task<Fault> FiveAtOnce()
    {
        await using var crowd = await Crowd.Invite(Impatient);
        var (store, slots) = (crowd.Service<BallotStore>(), SlotMap.Of(crowd.Questionnaire));
        var ballot = new Ballot(Audience.Customer, ThroughOpenLink: false, [], new byte[slots.Count], new Dictionary<string, string>());
        var submits = crowd.People.SelectMany(person => Enumerable.Repeat(person, 5));
        await Parallel.ForEachAsync(submits, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (person, cancellation) =>
            await store.Submit(crowd.Client, crowd.Wave, SealedBallot.Of(ballot, crowd.Wave, crowd.Keys, crowd.Keys.AnswerKey(person)), cancellation));
        var held = (await crowd.Ballots()).Count;
        return new Fault("sent five times at once", $"{Impatient} people", Math.Max(0, Impatient - held), Math.Max(0, held - Impatient));
    }
}
