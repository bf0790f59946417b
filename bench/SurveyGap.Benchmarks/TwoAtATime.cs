using System.Diagnostics;
using SurveyGap.Gallery;

namespace SurveyGap.Benchmarks;

/// <summary>
/// Do two reports at a time take longer than one? One thread writes a batch, then two write two batches from one pile; both follow
/// each other in turn, so that whatever else the machine does meets both. Beside them, as a control, stands a loop that only
/// computes and allocates nothing: what it loses, the machine takes. Processor time counts all threads, the collector's too; it
/// is the measure on a busy machine.
/// </summary>
internal static class TwoAtATime
{
    private const int Rounds = 31;
    private const int Batch = 24;

    public static void Run()
    {
        var pages = new TwelvePages();
        void Report() => _ = pages.Write();

        var turns = 1L << 24;
        void Control() => _ = Compute(turns);

        for (var warm = 0; warm < 10; warm++)
            _ = By(1, Report, Batch);
        // As long as a report.
        turns = (long)(turns * By(1, Report, Batch).Wall / By(1, Control, Batch).Wall);

        List<(Times Control, Times Reports)> rounds = [];
        for (var round = 0; round < Rounds; round++)
            rounds.Add((Times.Of(Control), Times.Of(Report)));

        Console.WriteLine(Garbage.Of(Report));
        var one = Median(rounds.Select(round => round.Reports.One.Wall)) / Batch;
        Console.WriteLine($"A report alone: {one:0.00} ms. Two at a time against one, medians of {Rounds} rounds (quartiles):");
        Print("control, wall", rounds.Select(round => round.Control.Wall));
        Print("reports, wall", rounds.Select(round => round.Reports.Wall));
        Print("control, processor time each", rounds.Select(round => round.Control.Processor));
        Print("reports, processor time each", rounds.Select(round => round.Reports.Processor));
        Print("reports against control, wall", rounds.Select(round => round.Reports.Wall / round.Control.Wall));
    }

    private static void Print(string what, IEnumerable<double> ratios)
    {
        var sorted = ratios.Order().ToList();
        Console.WriteLine($"{what,-32} {sorted[sorted.Count / 2]:0.00} ({sorted[sorted.Count / 4]:0.00} to {sorted[sorted.Count * 3 / 4]:0.00})");
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>Milliseconds until a pile of work is done. Whoever is free takes the next piece: nobody waits for the slower one.</summary>
    private static (double Wall, double Processor) By(int threads, Action work, int pieces)
    {
        using var start = new Barrier(threads);
        var others = Enumerable.Range(1, threads - 1).Select(_ => new Thread(Work)).ToList();
        others.ForEach(other => other.Start());
        var (processor, began) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        Work();
        others.ForEach(other => other.Join());
        return (Stopwatch.GetElapsedTime(began).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);

        void Work()
        {
            start.SignalAndWait();
            while (Interlocked.Decrement(ref pieces) >= 0)
                work();
        }
    }

    // Integer arithmetic within registers.
    private static long Compute(long turns)
    {
        var state = turns | 1;
        for (var i = 0L; i < turns; i++)
            state ^= (state << 13) + (state >> 7) + i;
        return state;
    }

    private sealed record Times((double Wall, double Processor) One, (double Wall, double Processor) Two)
    {
        public double Wall => Two.Wall / One.Wall;

        public double Processor => Two.Processor / 2 / One.Processor;

        public static Times Of(Action work) => new(By(1, work, Batch), By(2, work, 2 * Batch));
    }
}
