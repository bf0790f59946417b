using SurveyGap.Analysis.Norms;

namespace SurveyGap.Gallery;

/// <summary>How other clients might stand.</summary>
internal static class SampleNorms
{
    public static IReadOnlyList<Norm> All { get; } =
    [
        new("overall", 3.4, 0.5, 11), new("understanding", 3.4, 0.2, 11), new("communication", 3.2, 0.6, 11), new("response", 3.3, 0.7, 9),
        new("access", 3.0, 0.4, 11), new("people", 3.9, 0.1, 11), new("trust", 3.6, 0.3, 7), new("reliability", 3.6, 0.4, 11),
    ];
}
