using System.Collections.Concurrent;
using System.Diagnostics;

namespace SurveyGap.Load;

/// <summary>Many at once, each timed.</summary>
internal static class Playing
{
    /// <summary>Each player takes the next person as soon as it is done with one; «used» tells what the processors did meanwhile, where somebody asks.</summary>
    public static async Task<Played> Play<T>(IEnumerable<T> people, int atOnce, Func<T, bool> part, Func<Processors>? used = null)
    {
        ConcurrentQueue<T> waiting = new(people);
        ConcurrentBag<double> waited = [];
        var failed = 0;
        var (before, watch) = (used?.Invoke(), Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Factory.StartNew(Player, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        watch.Stop();
        return new Played([.. waited.Order()], watch.Elapsed, failed, before is null ? Processors.None : (used!() - before) / Math.Max(1, waited.Count));

        void Player()
        {
            while (waiting.TryDequeue(out var person))
            {
                var start = Stopwatch.GetTimestamp();
                if (!part(person))
                    Interlocked.Increment(ref failed);
                waited.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }
    }
}

/// <param name="Waits">In milliseconds, shortest first.</param>
/// <param name="Took">From the first to the last.</param>
/// <param name="Errors">How many did not get through.</param>
/// <param name="Each">What each cost.</param>
internal sealed record Played(double[] Waits, TimeSpan Took, int Errors, Processors Each)
{
    public double Rate => Waits.Length / Took.TotalSeconds;

    public double Percentile(double share) => Waits[(int)Math.Min(Waits.Length - 1, Waits.Length * share)];
}
