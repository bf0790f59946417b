using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Suppression;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Tests;

/// <summary>Small waves at random, as mean as they come: few people, uneven segments, many «cannot judge», much agreement.</summary>
internal sealed class RandomWave
{
    public static readonly IReadOnlyList<string> Attributes = ["language", "country", "channel"];
    private readonly Random _random;

    public RandomWave(int seed, int[]? sizes = null)
    {
        _random = new Random(seed);
        Questionnaire = Cast.Questionnaire(sizes ?? [_random.Next(1, 4), _random.Next(1, 4)]);
        var (cannotJudge, agreement) = (_random.NextDouble() * 0.6, _random.Next(3));
        Raw =
        [
            .. People(Audience.Executive, _random.Next(0, 9), cannotJudge, agreement),
            .. People(Audience.Employee, _random.Next(0, 60), cannotJudge, agreement),
            .. People(Audience.Customer, _random.Next(0, 60), cannotJudge, agreement: 0),
        ];
        Stored = Coarsening.Of(Raw, Thresholds.Default);
        Counts = Counting.Of(Stored, Questionnaire, Attributes, Cast.Nobody);
    }

    public Questionnaire Questionnaire { get; }

    /// <summary>As people answered.</summary>
    public IReadOnlyList<Response> Raw { get; }

    /// <summary>As closing stores them.</summary>
    public IReadOnlyList<Response> Stored { get; }

    public WaveCounts Counts { get; }

    private List<Response> People(Audience audience, int n, double cannotJudge, int agreement) =>
    [
        .. Enumerable.Range(0, n).Select(_ => new Response(
            audience,
            [Uneven("de", "fr", "it"), Uneven("CH", "AT"), _random.Next(8) == 0 ? null : Uneven("web", "shop", "phone", "mail")],
            [.. Questionnaire.Questions.Select(_ => Answered(cannotJudge, agreement))])),
    ];

    private byte Answered(double cannotJudge, int agreement) => _random.NextDouble() switch
    {
        var chance when chance < cannotJudge => Answer.CannotJudge,
        var chance when chance < cannotJudge + 0.05 => Answer.None,
        _ => agreement == 2 ? (byte)4 : agreement == 1 ? (byte)_random.Next(4, 6) : (byte)_random.Next(1, 6),
    };

    /// <summary>The first values are frequent, the last ones rare.</summary>
    private string Uneven(params string[] values) => values[(int)(values.Length * Math.Pow(_random.NextDouble(), 3))];
}
