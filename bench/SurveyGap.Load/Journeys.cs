using System.Collections.Concurrent;
using System.Diagnostics;

namespace SurveyGap.Load;

/// <summary>How many people can answer at once, and how long each of them waits.</summary>
internal static class Journeys
{
    // The first requests compile what the others use.
    private const int WarmUp = 3000;

    public static async Task<int> Run(int people, int atOnce)
    {
        await using var crowd = await Crowd.Invite(WarmUp + (2 * people));
        using var site = crowd.Site();
        await site.Start();
        using var http = Journey.Browser(site.Address);
        var journey = new Journey(http, crowd.Questionnaire);
        ConcurrentBag<Opened> opened = [];
        await Play(crowd.People.Take(WarmUp), atOnce, person => journey.Go(crowd.LinkOf(person), rating: 4));
        await Play(crowd.People.TakeLast(people), atOnce, async person =>
        {
            opened.Add(await journey.Open(crowd.LinkOf(person)) ?? throw new InvalidOperationException("A link led nowhere."));
            return true;
        });

        // Before and after, because who else uses the machine comes and goes.
        var before = await Baseline.InsertsPerSecond(crowd, atOnce);
        var form = await Measure(site, "page and submit", opened, atOnce, each => journey.Answer(each, rating: 4));
        var whole = await Measure(site, "link, page and submit", crowd.People.Skip(WarmUp).Take(people), atOnce, person => journey.Go(crowd.LinkOf(person), rating: 4));
        var bare = (before + await Baseline.InsertsPerSecond(crowd, atOnce)) / 2;

        Console.WriteLine($"{people} journeys, {atOnce} at once; load average of the machine {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
        Console.WriteLine($"bare inserts of the same row by pgbench: {bare:0} a second");
        foreach (var played in new[] { form, whole })
            Console.WriteLine($"{played.What}: {played.Rate:0} a second, {played.Rate / bare:0.00} of the bare inserts; p50 {played.P50:0}, p95 {played.P95:0}, p99 {played.P99:0} ms; "
                + $"{played.Errors} errors; processor {played.App:0.00} ms of the application, {played.Players:0.00} of the players");
        return form.Errors + whole.Errors == 0 ? 0 : 1;
    }

    private static async Task<Played> Measure<T>(Site site, string what, IEnumerable<T> people, int atOnce, Func<T, Task<bool>> journey)
    {
        var (app, players, watch) = (site.Processor, Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var (waits, errors) = await Play(people, atOnce, journey);
        return new Played(
            what, waits.Length / watch.Elapsed.TotalSeconds, errors, Percentile(waits, 0.50), Percentile(waits, 0.95), Percentile(waits, 0.99),
            (site.Processor - app).TotalMilliseconds / waits.Length, (Environment.CpuUsage.TotalTime - players).TotalMilliseconds / waits.Length);
    }

    private static async Task<(double[] Waits, int Errors)> Play<T>(IEnumerable<T> people, int atOnce, Func<T, Task<bool>> journey)
    {
        ConcurrentBag<double> waited = [];
        var failed = 0;
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (person, _) =>
        {
            var start = Stopwatch.GetTimestamp();
            if (!await journey(person))
                Interlocked.Increment(ref failed);
            waited.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        });
        return ([.. waited.Order()], failed);
    }

    private static double Percentile(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];

    private sealed record Played(string What, double Rate, int Errors, double P50, double P95, double P99, double App, double Players);
}
