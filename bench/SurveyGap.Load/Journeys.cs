using System.Collections.Concurrent;
using System.Diagnostics;

namespace SurveyGap.Load;

/// <summary>How many people can answer at once, and how long each of them waits.</summary>
internal static class Journeys
{
    public static async Task<int> Run(int people, int atOnce)
    {
        await using var crowd = await Crowd.Invite(people + WarmUp);
        using var site = crowd.Site();
        await site.Start();
        using var http = Journey.Browser(site.Address);
        var journey = new Journey(http, crowd.Questionnaire);
        await Play(crowd.People.Take(WarmUp));

        var processor = site.Processor;
        var watch = Stopwatch.StartNew();
        var (waits, errors) = await Play(crowd.People.Skip(WarmUp));
        var rate = people / watch.Elapsed.TotalSeconds;

        var used = (site.Processor - processor).TotalMilliseconds / people;
        var bare = await Baseline.InsertsPerSecond(crowd, atOnce);
        Console.WriteLine($"{people} journeys (link, page, submit), {atOnce} at once: {rate:0} a second, {errors} errors");
        Console.WriteLine($"a whole journey takes p50 {Percentile(waits, 0.50):0} ms, p95 {Percentile(waits, 0.95):0} ms, p99 {Percentile(waits, 0.99):0} ms");
        Console.WriteLine($"each costs the application {used:0.0} ms of a processor");
        Console.WriteLine($"bare inserts of the same row by pgbench: {bare:0} a second; the journeys make {rate / bare:0.00} of that");
        return errors == 0 ? 0 : 1;

        async Task<(double[] Waits, int Errors)> Play(IEnumerable<Guid> persons)
        {
            ConcurrentBag<double> waited = [];
            var failed = 0;
            await Parallel.ForEachAsync(persons, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (person, _) =>
            {
                var start = Stopwatch.GetTimestamp();
                if (!await journey.Go(crowd.LinkOf(person), rating: 4))
                    Interlocked.Increment(ref failed);
                waited.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            });
            return ([.. waited.Order()], failed);
        }
    }

    // The first requests compile what the others use.
    private const int WarmUp = 500;

    private static double Percentile(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];
}
