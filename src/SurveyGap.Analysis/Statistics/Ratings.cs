using SurveyGap.Analysis.Counts;

namespace SurveyGap.Analysis.Statistics;

/// <summary>The answers of one group to one rating, and the figures made of them.</summary>
/// <param name="Counts">How many gave 1 (terrible) to 5 (excellent).</param>
/// <param name="CannotJudge">How many cannot judge.</param>
public sealed record Ratings(IReadOnlyList<long> Counts, long CannotJudge)
{
    /// <summary>The ratings of a slot.</summary>
    public static Ratings Of(SlotCounts slot) => new(slot.Levels, slot.CannotJudge);

    /// <summary>n: how many rated.</summary>
    public long N => Counts.Sum();

    /// <summary>Number, mean and variance.</summary>
    public Moments Moments => field ??= Moments.Of(Counts);

    /// <summary>Good or excellent.</summary>
    internal long Top2 => Counts[3] + Counts[4];

    /// <summary>Excellent.</summary>
    internal long Top1 => Counts[4];

    /// <summary>Terrible or poor.</summary>
    internal long Bottom2 => Counts[0] + Counts[1];

    /// <summary>All figures of the group; see <see cref="RatingFigures"/> for each definition.</summary>
    public RatingFigures Figures()
    {
        var (n, moments) = (N, Moments);
        return new RatingFigures
        {
            N = n,
            Na = CannotJudge,
            NaRate = n + CannotJudge == 0 ? null : (double)CannotJudge / (n + CannotJudge),
            Counts = Counts,
            Distribution = n == 0 ? null : [.. Counts.Select(count => (double)count / n)],
            Mean = moments.Mean,
            Sd = moments.Sd,
            MeanCi = moments.MeanInterval(1, 5),
            Index0To100 = (moments.Mean - 1) * 25,
            Top2 = Proportions.Share(Top2, n),
            Top1 = Proportions.Share(Top1, n),
            Bottom2 = Proportions.Share(Bottom2, n),
        };
    }

    /// <summary>
    /// This group's mean minus the other's, from the sums in one division: rounding each mean first could flip the sign of a gap.
    /// Null if a group is empty.
    /// </summary>
    public double? Minus(Ratings other)
    {
        Int128 n1 = N, n2 = other.N;
        return n1 == 0 || n2 == 0 ? null : (double)((Sum * n2) - (other.Sum * n1)) / (double)(n1 * n2);
    }

    private Int128 Sum
    {
        get
        {
            Int128 sum = 0;
            for (var level = 0; level < Counts.Count; level++)
                sum += (Int128)(level + 1) * Counts[level];
            return sum;
        }
    }
}
