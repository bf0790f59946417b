using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Gallery;

/// <summary>What the three groups think in the sample: too kind on response and access, too modest on people, mostly agreed on trust.</summary>
internal static class Story
{
    private static readonly (double Executive, double Employee, double Customer)[] Means =
    [
        (3.9, 3.6, 3.2), (3.7, 3.5, 3.3), (3.9, 3.6, 3.2), (4.3, 3.9, 3.5), (3.8, 3.6, 3.4), (3.8, 3.8, 3.2), (3.5, 3.3, 3.2),
        (3.9, 3.1, 2.8), (3.1, 3.0, 3.1), (2.9, 2.8, 2.9), (3.9, 3.6, 3.0), (4.1, 3.5, 2.6), (4.2, 4.0, 3.9), (4.1, 3.7, 2.6),
        (3.6, 3.4, 3.2), (3.2, 3.1, 3.1), (3.9, 3.8, 3.9), (3.4, 3.7, 4.2), (4.1, 4.2, 4.3), (3.7, 3.7, 3.7), (3.1, 3.4, 3.8),
        (3.9, 3.9, 3.8), (3.3, 3.5, 3.1), (3.9, 3.6, 3.4), (3.8, 3.9, 3.7), (3.7, 3.6, 3.9),
    ];

    private static readonly double[] Weights = [0.45, 0.38, 0.61, 0.54, 0.3, 0.42, 0.3];

    public static double Mean(Audience audience, int rating)
    {
        var means = Means[rating % Means.Length];
        return audience switch
        {
            Audience.Executive => means.Executive,
            Audience.Employee => means.Employee,
            _ => means.Customer,
        };
    }

    public static double Recommend(Audience audience) => audience switch
    {
        Audience.Executive => 8.6,
        Audience.Employee => 7.9,
        _ => 7.1,
    };

    public static double Estimate(Audience audience) => audience == Audience.Executive ? 74 : 61;

    /// <summary>Up to three options, likelier where the weight is higher.</summary>
    public static IEnumerable<(bool Picked, int Index)> Picks(IReadOnlyList<string> options, Random random)
    {
        var picked = Enumerable.Range(0, options.Count)
            .OrderByDescending(i => Weights[i % Weights.Length] * (0.4 + random.NextDouble()))
            .Take(3).ToHashSet();
        return Enumerable.Range(0, options.Count).Select(i => (picked.Contains(i), i)).ToList();
    }
}
