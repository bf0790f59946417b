using BenchmarkDotNet.Attributes;
using SurveyGap.Analysis;
using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Suppression;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Benchmarks;

/// <summary>
/// A wave of 40 questions in 8 dimensions: 20 executives and 20 employees (so that all three pairs take the exact Mann-Whitney test
/// at its greatest size) against a million customers with two segment attributes. Aim: the whole analysis in under 50 ms.
/// </summary>
[MemoryDiagnoser]
public class AnalysisBenchmarks
{
    private const int Questions = 40;
    private readonly Questionnaire _questionnaire = Survey.Of(dimensions: 8, questionsEach: Questions / 8);
    private IReadOnlyList<Response> _responses = [];
    private WaveCounts? _counts;

    [Params(10_000, 1_000_000)]
    public int Customers { get; set; }

    [GlobalSetup]
    public void Answer()
    {
        var random = new Random(Seed: 7);
        _responses = Coarsening.Of(
            [
                .. Survey.Answers(Audience.Executive, 20, Questions, random),
                .. Survey.Answers(Audience.Employee, 20, Questions, random),
                .. Survey.Answers(Audience.Customer, Customers, Questions, random),
            ],
            Thresholds.Default);
        _counts = Count();
    }

    /// <summary>One pass over all responses, on one core.</summary>
    [Benchmark]
    public WaveCounts Count() =>
        Counting.Of(_responses, _questionnaire, Survey.Attributes, new Dictionary<Audience, Participation> { [Audience.Executive] = new(24) });

    /// <summary>Suppression, 40 questions and 8 dimensions for 3 pairs, segments.</summary>
    [Benchmark]
    public StudyAnalysis Analyze() => StudyAnalysis.Of(_counts!, _questionnaire);

    /// <summary>The counts as a release stores them.</summary>
    [Benchmark]
    public byte[] Store() => CountsJson.Write(_counts!);
}
