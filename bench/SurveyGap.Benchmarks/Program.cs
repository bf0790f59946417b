using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(SurveyGap.Benchmarks.AnalysisBenchmarks).Assembly).Run(args);
