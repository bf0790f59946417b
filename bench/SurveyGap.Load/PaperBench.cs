using System.Diagnostics;
using SurveyGap.Benchmarks;

namespace SurveyGap.Load;

/// <summary>The analysis of a wave and the report that is made of it, warm. `./dev micro` looks closer.</summary>
internal static class PaperBench
{
    public static IReadOnlyList<Figure> Analysis()
    {
        var benchmark = new AnalysisBenchmarks { Customers = 10_000 };
        benchmark.Answer();
        return [new Figure("analysis of 40 questions, 3 pairs, 3 attributes", Median(() => benchmark.Analyze()), "ms") { Aim = Aim.AtMost(50) }];
    }

    public static IReadOnlyList<Figure> Report()
    {
        var benchmark = new ReportBenchmarks();
        return
        [
            new Figure("report of 12 pages with 10 charts", Median(() => benchmark.Twelve()), "ms") { Aim = Aim.AtMost(30) },
            new Figure("its file", benchmark.Twelve().Length / 1000.0, "kB") { Aim = Aim.AtMost(150) },
        ];
    }

    private static double Median(Action action)
    {
        List<double> times = [];
        for (var run = 0; run < 60; run++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        // The first half compiles what the second uses.
        return times.Skip(30).Order().ElementAt(15);
    }
}
