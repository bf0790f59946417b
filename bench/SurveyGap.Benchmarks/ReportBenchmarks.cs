using BenchmarkDotNet.Attributes;
using SurveyGap.Gallery;
using SurveyGap.Reports;

namespace SurveyGap.Benchmarks;

/// <summary>
/// Reports, warm, on one core: from the analysis to the bytes of the PDF. Aim: 12 pages with 10 charts in under 30 ms and
/// under 150 KB; whole reports stand beside it.
/// </summary>
[MemoryDiagnoser]
public class ReportBenchmarks
{
    private readonly TwelvePages _twelve = new();
    private readonly ReportModel _fourteen = SampleReport.Of(new SampleStudy { Ratings = 14 });
    private readonly ReportModel _whole = SampleReport.Of(new SampleStudy());

    /// <summary>12 pages, 10 charts.</summary>
    [Benchmark]
    public byte[] Twelve() => _twelve.Write();

    /// <summary>14 questions, two waves, 24 comments, appendix: 30 pages.</summary>
    [Benchmark]
    public byte[] Fourteen() => GapReport.ToArray(_fourteen);

    /// <summary>26 questions, two waves, 24 comments, appendix: about 40 pages.</summary>
    [Benchmark]
    public byte[] Whole() => GapReport.ToArray(_whole);
}
