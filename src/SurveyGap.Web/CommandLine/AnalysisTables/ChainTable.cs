using SurveyGap.Analysis.Results;

namespace SurveyGap.Web.CommandLine.AnalysisTables;

/// <summary>Where the picture breaks between executives, employees and customers.</summary>
internal static class ChainTable
{
    /// <summary>Left out if no chain is shown.</summary>
    public static TextTable Of(Printed printed) => new(
        printed.Words["chain"],
        [new("chain", IsText: true), new("meaning", IsText: true)],
        from dimension in printed.Analysis.Dimensions
        where printed.Analysis.Dimensions.Any(one => one.Chain.IsShown)
        let name = printed.Name(dimension.Dimension)
        select dimension.Chain.Value is { } chain
            ? new[] { name, Name(chain.Pattern), printed.Words[$"chain.{chain.Pattern}"] }
            : [name, Printed.Reason(dimension.Chain.Withheld!.Value), ""]);

    private static string Name(ChainPattern pattern) => pattern switch
    {
        ChainPattern.SharedBlindSpot => "shared blind spot",
        ChainPattern.LeadershipBlindSpot => "leadership blind spot",
        ChainPattern.FrontLineBlindSpot => "front-line blind spot",
        ChainPattern.Aligned => "aligned",
        ChainPattern.Undecided => "open",
        _ => throw new ArgumentOutOfRangeException(nameof(pattern), pattern, "Unknown pattern."),
    };
}
