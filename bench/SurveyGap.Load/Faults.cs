using System.Collections.Concurrent;
using System.Diagnostics;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;

namespace SurveyGap.Load;

/// <summary>
/// Kills the app and PostgreSQL while people submit, each the given number of times, and compares what people were told with
/// what lies in the box: no acknowledged answer may be missing or changed, none may be there twice.
/// </summary>
internal static class Faults
{
    private const int AtOnce = 16;
    private const int Impatient = 1000;

    public static async Task<int> Run(int submits, int kills)
    {
        var doubled = await FiveAtOnce();
        await using var crowd = await Crowd.Invite(submits);
        using var site = crowd.Site();
        await site.Start();
        using var http = Journey.Browser(site.Address);
        var journey = new Journey(http, crowd.Questionnaire);

        ConcurrentDictionary<Guid, int> told = [];
        var again = 0;
        var killing = KillAlong(site, crowd, kills, submits, () => told.Count);
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(crowd.People.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (person, cancellation) =>
        {
            var rating = (person.Index % 5) + 1;
            while (!await Try(() => journey.Go(crowd.LinkOf(person.Item), rating)))
            {
                Interlocked.Increment(ref again);
                await (killing.IsFaulted ? killing : Task.Delay(100, cancellation));
            }

            told[person.Item] = rating;
        });
        var recoveries = await killing;
        Console.WriteLine($"took             {watch.Elapsed:mm\\:ss}, load average of the machine {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
        foreach (var what in recoveries.GroupBy(recovery => recovery.What))
            Console.WriteLine($"kill -9          {what.Count()} of {what.Key}; somebody got through again after {what.Average(each => each.Seconds):0.0} s on average, {what.Max(each => each.Seconds):0.0} at most");
        return doubled + await Compare(crowd, told, again);
    }

    // Who presses «send» five times, or has five tabs, has answered once.
    private static async Task<int> FiveAtOnce()
    {
        await using var crowd = await Crowd.Invite(Impatient);
        var (store, slots) = (crowd.Service<BallotStore>(), SlotMap.Of(crowd.Questionnaire));
        var ballot = new Ballot(Audience.Customer, ThroughOpenLink: false, [], new byte[slots.Count], new Dictionary<string, string>());
        var submits = crowd.People.SelectMany(person => Enumerable.Repeat(person, 5));
        await Parallel.ForEachAsync(submits, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (person, cancellation) =>
            await store.Submit(crowd.Client, crowd.Wave, SealedBallot.Of(ballot, crowd.Wave, crowd.Keys, crowd.Keys.AnswerKey(person)), cancellation));
        var held = (await crowd.Ballots()).Count;
        Console.WriteLine($"five at once     {Impatient} people sent 5 times each: {held} ballots");
        return held == Impatient ? 0 : 1;
    }

    // Spread evenly over the submits, the two in turn.
    private static async Task<List<(string What, double Seconds)>> KillAlong(Site site, Crowd crowd, int kills, int submits, Func<int> done)
    {
        List<(string, double)> recoveries = [];
        for (var kill = 1; kill <= 2 * kills; kill++)
        {
            while (done() < (long)submits * kill / ((2 * kills) + 1))
                await Task.Delay(10);

            var watch = Stopwatch.StartNew();
            var postgres = kill % 2 == 0;
            if (postgres)
            {
                Server.Kill(crowd.Data);
            }
            else
            {
                site.Kill();
                await site.Start();
            }

            // Replies that were on their way may still come; whoever comes after them was served by what stood up again.
            var before = done() + AtOnce;
            while (done() <= before && done() < submits)
                await Task.Delay(10);
            recoveries.Add((postgres ? "PostgreSQL" : "the app", watch.Elapsed.TotalSeconds));
        }

        return recoveries;
    }

    // A refused connection, a cut reply, a 503: whatever is no acknowledgement is sent again.
    internal static async Task<bool> Try(Func<Task<bool>> journey)
    {
        try
        {
            return await journey();
        }
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException or IOException)
        {
            return false;
        }
    }

    internal static async Task<int> Compare(Crowd crowd, ConcurrentDictionary<Guid, int> told, int again)
    {
        var first = SlotMap.Of(crowd.Questionnaire).FirstOf(crowd.Questionnaire.OfScale(Scale.Quality5).First());
        var ballots = (await crowd.Ballots()).ToLookup(ballot => Convert.ToHexString(ballot.AnswerKey));
        var (missing, changed) = (0, 0);
        foreach (var (person, rating) in told)
        {
            var ballot = ballots[Convert.ToHexString(crowd.Keys.AnswerKey(person))].FirstOrDefault();
            if (ballot is null)
                missing++;
            else if (ballot.Open(crowd.Wave, crowd.Keys)?.Answers[first] != Answer.Rating(rating))
                changed++;
        }

        var extra = ballots.Sum(place => place.Count()) - told.Count + missing;
        Console.WriteLine($"acknowledged     {told.Count}");
        Console.WriteLine($"sent again       {again}");
        Console.WriteLine($"in the box       {ballots.Sum(place => place.Count())}");
        Console.WriteLine($"missing          {missing}");
        Console.WriteLine($"changed          {changed}");
        Console.WriteLine($"too many         {extra}");
        return missing + changed + extra == 0 ? 0 : 1;
    }
}
