using BenchmarkDotNet.Running;
using SurveyGap.Benchmarks;

if (args is ["two"])
    TwoAtATime.Run();
else
    BenchmarkSwitcher.FromAssembly(typeof(AnalysisBenchmarks).Assembly).Run(args);
