using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Gaps;

/// <summary>
/// The changes of one group between two waves, over its questions or its dimensions: one Benjamini-Hochberg family. The waves are
/// independent groups; a group that does not vary in one of them, is too small there, or has no persons' means, is only described.
/// </summary>
internal static class ChangeFamily
{
    /// <summary>Now minus before, in the order given.</summary>
    public static IReadOnlyList<Cell<Change>> Of(Audience audience, IReadOnlyList<(Cell<Side> Now, Cell<Side> Before)> sides, Thresholds thresholds)
    {
        Cell<Change>[] changes = [.. sides.Select(pair => Unlabelled(pair.Now, pair.Before, thresholds.FullMinimumOf(audience)))];
        var q = BenjaminiHochberg.Adjust([.. changes.Select(change => change.Value?.P)]);
        return [.. changes.Select((cell, i) => cell.Select(change => change with
        {
            Q = q[i],
            Label = Labels.Of(change.Interval, q[i], thresholds),
        }))];
    }

    private static Cell<Change> Unlabelled(Cell<Side> now, Cell<Side> before, int minimum)
    {
        if (!now.IsShown)
            return now.Withheld.Value;
        if (!before.IsShown)
            return before.Withheld.Value;
        return Compared(now.Value, before.Value, minimum) is { } change ? change : Withheld.TooFew;
    }

    private static Change? Compared(Side now, Side before, int minimum)
    {
        var question = now.Ratings is not null && before.Ratings is not null;
        if ((question ? now.Ratings!.Minus(before.Ratings!) : now.Mean - before.Mean) is not { } points)
            return null;
        if (Math.Min(now.Moments.N, before.Moments.N) < minimum || now.Moments.Variance is not > 0 || before.Moments.Variance is not > 0
            || Welch.Of(points, now.Moments, before.Moments) is not { } welch)
        {
            return new Change(points, null, null, null, Label.Descriptive);
        }

        var p = question ? MannWhitney.Of(now.Ratings!.Counts, before.Ratings!.Counts)!.P : welch.P;
        return new Change(points, welch.Ci, p, null, Label.Descriptive);
    }
}
