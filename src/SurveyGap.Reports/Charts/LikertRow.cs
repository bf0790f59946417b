using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Reports.Charts;

/// <summary>A question as the Likert chart shows it.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Bars">One bar a group that was asked.</param>
public sealed record LikertRow(string Label, IReadOnlyList<LikertBar> Bars);

/// <summary>How one group's opinions spread.</summary>
/// <param name="Audience">The group.</param>
/// <param name="Counts">How many gave 1 to 5; null if withheld.</param>
/// <param name="CannotJudge">Share that cannot judge (0 to 1); null if withheld.</param>
public sealed record LikertBar(Audience Audience, IReadOnlyList<long>? Counts, double? CannotJudge)
{
    /// <summary>How many rated.</summary>
    public long N { get; } = Counts?.Sum() ?? 0;

    /// <summary>Share of a rating, 1 to 5 (0 to 1).</summary>
    public double Share(int rating) => N == 0 ? 0 : (double)Counts![rating - 1] / N;

    /// <summary>From the zero line to the left end: terrible, poor, half of average.</summary>
    public double Left => Share(1) + Share(2) + (Share(3) / 2);

    /// <summary>From the zero line to the right end: half of average, good, excellent.</summary>
    public double Right => (Share(3) / 2) + Share(4) + Share(5);
}

/// <summary>The longest bars to the left and to the right of the zero line, as shares of a whole bar.</summary>
/// <param name="Left">0.15 to 1.</param>
/// <param name="Right">0.15 to 1.</param>
public sealed record LikertReach(double Left, double Right)
{
    private const double Least = 0.15;

    /// <summary>The reach of some bars; a withheld one has none.</summary>
    public static LikertReach Of(IEnumerable<LikertBar> bars)
    {
        var shown = bars.Where(bar => bar.N > 0).ToList();
        return new LikertReach(
            shown.Select(bar => bar.Left).Append(Least).Max(), shown.Select(bar => bar.Right).Append(Least).Max());
    }
}
