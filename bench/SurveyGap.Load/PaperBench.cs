using System.Diagnostics;
using SurveyGap.Benchmarks;
using SurveyGap.Gallery;

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

    public static async Task<IReadOnlyList<Figure>> Report()
    {
        var pages = new TwelvePages();
        await using var chromium = await ChromiumPrinter.Open(pages.Html());
        var (printing, printed) = await chromium.Print();
        var writing = Median(() => pages.Write());
        return
        [
            new Figure("report of 12 pages with 10 charts", writing, "ms") { Aim = Aim.AtMost(30) },
            new Figure("the same beside Chromium", writing, "ms") { Beside = new Baseline("the same page, laid out already and printed by headless Chromium", printing), Aim = Aim.RatioAtMost(0.1) },
            new Figure("its file", pages.Write().Length / 1000.0, "kB") { Beside = new Baseline("Chromium's", printed / 1000.0), Aim = Aim.AtMost(150) },
        ];
    }

    private static double Median(Action action)
    {
        List<double> times = [];
        for (var run = 0; run < 200; run++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        // The first half compiles what the second uses.
        return times.Skip(100).Order().ElementAt(50);
    }
}
