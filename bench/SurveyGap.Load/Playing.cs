using System.Collections.Concurrent;
using System.Diagnostics;

namespace SurveyGap.Load;

/// <summary>Many at once, each timed.</summary>
internal static class Playing
{
    public static async Task<Played> Play<T>(IEnumerable<T> people, int atOnce, Func<T, Task<bool>> part, Site? site = null)
    {
        ConcurrentBag<double> waited = [];
        var failed = 0;
        var (used, watch) = (site?.Processor ?? TimeSpan.Zero, Stopwatch.StartNew());
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (person, _) =>
        {
            var start = Stopwatch.GetTimestamp();
            if (!await part(person))
                Interlocked.Increment(ref failed);
            waited.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        });
        var processor = (site?.Processor ?? TimeSpan.Zero) - used;
        return new Played([.. waited.Order()], watch.Elapsed, failed, processor / Math.Max(1, waited.Count));
    }
}

/// <param name="Waits">In milliseconds, shortest first.</param>
/// <param name="Took">From the first to the last.</param>
/// <param name="Errors">How many did not get through.</param>
/// <param name="Processor">What each cost the application.</param>
internal sealed record Played(double[] Waits, TimeSpan Took, int Errors, TimeSpan Processor)
{
    public double Rate => Waits.Length / Took.TotalSeconds;

    public double Percentile(double share) => Waits[(int)Math.Min(Waits.Length - 1, Waits.Length * share)];
}
