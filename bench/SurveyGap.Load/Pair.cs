using System.Collections.Concurrent;
using System.Diagnostics;

namespace SurveyGap.Load;

/// <summary>
/// Two instances behind nginx on one PostgreSQL through PgBouncer: one of them is killed in the middle of the load, and one in
/// the middle of the closing. No acknowledged answer may be missing, none doubled, and the wave has to be closed once.
/// </summary>
internal static class Pair
{
    private const int AtOnce = 32;

    public static async Task<int> Run(int people)
    {
        await using var crowd = await Crowd.Invite(people);
        await using var postgres = await crowd.Postgres();
        var (pooler, database) = await Pooler.Start(crowd.Data, postgres.App);
        using var ofPooler = pooler;
        string[] settings = [$"--ConnectionStrings:SurveyGap={database}", $"--ConnectionStrings:SurveyGapOwner={postgres.Owner.ConnectionString}", "--Proxies:0=127.0.0.1"];
        using Site first = crowd.Site(settings), second = crowd.Site(settings);
        await Task.WhenAll(first.Start(), second.Start());
        var (proxy, address) = await Proxy.Start(crowd.Data, first.Address, second.Address);
        using var ofProxy = proxy;

        var ledger = await Load(crowd, address, first);
        return await Close(crowd, first, second) && ledger == 0 ? 0 : 1;
    }

    private static async Task<int> Load(Crowd crowd, Uri address, Site first)
    {
        using var http = Journey.Browser(address);
        Journey journey = new(http, crowd.Questionnaire);
        ConcurrentDictionary<Guid, int> told = [];
        ConcurrentBag<double> waits = [];
        var again = 0;
        var killing = KillOnce(first, () => told.Count > crowd.People.Count / 3);
        await Parallel.ForEachAsync(crowd.People.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (person, cancellation) =>
        {
            var rating = (person.Index % 5) + 1;
            var watch = Stopwatch.StartNew();
            while (!await Faults.Try(() => journey.Go(crowd.LinkOf(person.Item), rating)))
            {
                Interlocked.Increment(ref again);
                await Task.Delay(100, cancellation);
            }

            waits.Add(watch.Elapsed.TotalMilliseconds);
            told[person.Item] = rating;
        });
        await killing;
        double[] sorted = [.. waits.Order()];
        Console.WriteLine($"two instances    {sorted.Length} journeys through nginx and PgBouncer, one instance killed after a third; p50 {sorted[sorted.Length / 2]:0}, p95 {sorted[sorted.Length * 95 / 100]:0} ms");
        return await Faults.Compare(crowd, told, again);
    }

    private static async Task KillOnce(Site site, Func<bool> isTime)
    {
        while (!isTime())
            await Task.Delay(20);
        site.Kill();
        await site.Start();
    }

    // Whoever holds the wave's lock is closing it; the jobs of both look every half minute.
    private static async Task<bool> Close(Crowd crowd, Site first, Site second)
    {
        await crowd.EndNow();
        while (!await crowd.IsBeingClosed() && await crowd.Closings() == 0)
            await Task.Delay(5);
        var caught = await crowd.Closings() == 0;
        first.Kill();
        while (await crowd.Closings() == 0)
            await Task.Delay(200);
        var (closings, left) = (await crowd.Closings(), (await crowd.Ballots()).Count);
        Console.WriteLine($"closing          one instance killed {(caught ? "while the wave was being closed" : "just after")}; closed {closings} time(s), {await crowd.Responses()} responses of {crowd.People.Count}, {left} ballots left");
        second.Kill();
        return closings == 1 && left == 0 && await crowd.Responses() == crowd.People.Count;
    }
}
