using BenchmarkDotNet.Running;
using SurveyGap.Benchmarks;

// Two at a time is measured in pairs, which BenchmarkDotNet does not do.
if (args is [.., "two"])
    TwoAtATime.Run();
else
    BenchmarkSwitcher.FromAssembly(typeof(AnalysisBenchmarks).Assembly).Run(args);
