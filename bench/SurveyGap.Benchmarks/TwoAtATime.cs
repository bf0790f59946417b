using System.Diagnostics;
using SurveyGap.Gallery;

namespace SurveyGap.Benchmarks;

/// <summary>
/// Do two reports at a time take longer than one? Batches alone and batches by two follow each other in turn, so that whatever
/// else the machine does meets both. Beside them, as a control, stands a loop that only computes and allocates nothing: what
/// it loses, the machine takes. Processor time counts all threads, the collector's too; it is the measure on a busy machine.
/// </summary>
internal static class TwoAtATime
{
    private const int Rounds = 21;
    private const int ReportsInABatch = 12;

    public static void Run()
    {
        var pages = new TwelvePages();
        void Reports()
        {
            for (var i = 0; i < ReportsInABatch; i++)
                _ = pages.Write();
        }

        var turns = 1L << 27;
        void Control() => _ = Compute(turns);

        for (var warm = 0; warm < 20; warm++)
            Reports();
        // As long as a batch of reports.
        turns = (long)(turns * Alone(Reports).Wall / Alone(Control).Wall);

        List<(Times Control, Times Reports)> rounds = [];
        for (var round = 0; round < Rounds; round++)
            rounds.Add((Times.Of(Control), Times.Of(Reports)));

        var one = Median(rounds.Select(round => round.Reports.One.Wall)) / ReportsInABatch;
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

    private static (double Wall, double Processor) Alone(Action work)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        work();
        return (watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
    }

    private static (double Wall, double Processor) Together(Action work)
    {
        using var start = new Barrier(2);
        var other = new Thread(() =>
        {
            start.SignalAndWait();
            work();
        });
        other.Start();
        start.SignalAndWait();
        return Alone(() =>
        {
            work();
            other.Join();
        });
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

        public static Times Of(Action work) => new(Alone(work), Together(work));
    }
}
