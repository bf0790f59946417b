using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;

namespace SurveyGap.Analysis.Gaps;

/// <summary>From an interval and a q to what may be said.</summary>
internal static class Labels
{
    /// <summary>
    /// Descriptive without a q; practically equal if the interval lies within ± the margin (limits included); else clear if q is
    /// below the false discovery rate; else open.
    /// </summary>
    public static Label Of(Interval? interval, double? q, Thresholds thresholds)
    {
        if (q is not { } value)
            return Label.Descriptive;
        if (interval is { } limits && limits.Low >= -thresholds.Margin && limits.High <= thresholds.Margin)
            return Label.PracticallyEqual;
        return value < thresholds.FalseDiscoveryRate ? Label.Clear : Label.Open;
    }
}
