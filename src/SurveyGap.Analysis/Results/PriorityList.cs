using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Results;

/// <summary>What to do first: what customers say matters most to them, times how far it is from excellent.</summary>
internal static class PriorityList
{
    private const int AtMost = 5;
    private const int MostPicked = 3;

    /// <summary>At most five, by score, then importance, then key. Only dimensions whose customers' mean is shown.</summary>
    public static IReadOnlyList<Priority> Of(
        IReadOnlyList<ImportanceResult> importance, IReadOnlyList<DimensionResult> dimensions, Thresholds thresholds)
    {
        if (importance.Count == 0 || importance[0].Groups[Audience.Customer].Value is not { N: > 0 } picks)
            return [];

        var most = picks.Options.OrderByDescending(option => option.Picked.Count).Take(MostPicked).Select(option => option.Option).ToHashSet();
        return
        [
            .. picks.Options
                .Join(dimensions, option => option.Option, dimension => dimension.Dimension.Key, (option, dimension) => (option, dimension))
                .Select(pair => Candidate(pair.option, pair.dimension, most, thresholds))
                .OfType<Priority>()
                .OrderByDescending(priority => priority.Score).ThenByDescending(priority => priority.Importance)
                .ThenBy(priority => priority.Dimension, StringComparer.Ordinal)
                .Take(AtMost)
                .Select((priority, i) => priority with { Rank = i + 1 }),
        ];
    }

    private static Priority? Candidate(OptionFigures option, DimensionResult dimension, HashSet<string> most, Thresholds thresholds)
    {
        if (option.Picked is not { Count: > 0, Share: { } share } || dimension.Groups[Audience.Customer].Value?.Mean is not { } mean)
            return null;
        return new Priority(0, option.Option, share, mean, share * (5 - mean) / 4, Reason(option.Option, mean, dimension, most, thresholds));
    }

    private static PriorityReason Reason(
        string option, double mean, DimensionResult dimension, HashSet<string> most, Thresholds thresholds) =>
        dimension.Gaps[Pair.Mirror].Value is { Label: Label.Clear, SelfOther: Statistics.SelfOther.OverEstimation } ? PriorityReason.Overestimated
        : mean < thresholds.High ? PriorityReason.RatedLow
        : most.Contains(option) ? PriorityReason.MostImportant
        : PriorityReason.RoomToImprove;
}
