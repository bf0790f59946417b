using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;

namespace SurveyGap.Analysis.Gaps;

/// <summary>
/// The gaps of one pair of groups over all questions, or over all dimensions: one Benjamini-Hochberg family, whose m are the gaps
/// that can be tested. Withheld and merely descriptive ones are not among them.
/// </summary>
internal sealed class GapFamily(Pair pair, bool census, Thresholds thresholds)
{
    /// <summary>The gaps with their labels, in the order given.</summary>
    public IReadOnlyList<Cell<Gap>> Of(IReadOnlyList<(Cell<Side> First, Cell<Side> Second)> sides)
    {
        Cell<Gap>[] gaps = [.. sides.Select(side => Unlabelled(side.First, side.Second))];
        var q = BenjaminiHochberg.Adjust([.. gaps.Select(gap => gap.Value?.P)]);
        return [.. gaps.Select((gap, i) => gap.Select(value => Labelled(value, q[i], sides[i].First.Value!, sides[i].Second.Value!)))];
    }

    private Cell<Gap> Unlabelled(Cell<Side> first, Cell<Side> second)
    {
        if (!first.IsShown)
            return first.Withheld.Value;
        if (!second.IsShown)
            return second.Withheld.Value;
        return Compared(first.Value, second.Value) is { } gap ? gap : Withheld.TooFew;
    }

    private Gap? Compared(Side first, Side second)
    {
        var question = first.Ratings is { } mine && second.Ratings is { } theirs
            ? Comparisons.Of(pair.From, mine, pair.To, theirs, thresholds)
            : null;
        var dimension = question is null
            ? Comparisons.Of(pair.From, first.Moments, second.Moments, first.Top2Share - second.Top2Share)
            : null;
        if ((question?.MeanDiff ?? first.Mean - second.Mean) is not { } points)
            return null;

        var testable = IsTestable(first.Moments, second.Moments);
        return new Gap
        {
            Pair = pair,
            Points = points,
            Interval = !testable ? null
                : census ? question?.MeanDiffCiExecutivesFixed ?? dimension?.MeanDiffCiExecutivesFixed
                : question?.MeanDiffCi ?? dimension?.MeanDiffCi,
            P = !testable ? null
                : census ? question?.PExecutivesFixed ?? dimension?.PExecutivesFixed
                : question?.P ?? dimension?.PWelch,
            Q = null,
            Label = Label.Descriptive,
            Census = census,
            SelfOther = pair == Pair.Leadership ? null : Comparisons.Category(points, thresholds),
            Place = pair == Pair.Leadership ? null : PlaceOf(first, second),
            Top2Points = question?.Top2Diff ?? dimension?.Top2Diff,
            FactorShown = question is not null && IsFactorShown(first.Ratings!, second.Ratings!, question.ExcellentFactor),
            AnswersNeeded = null,
            Statistics = question,
            DimensionStatistics = testable ? dimension : dimension?.WithoutInference(),
        };
    }

    /// <summary>
    /// In a census the other group must vary. Else both must, and there must be enough executives for more than a description;
    /// in either case more customers than an exception asks for.
    /// </summary>
    private bool IsTestable(Moments first, Moments second)
    {
        if (second.Variance is not > 0 || second.N < thresholds.FullMinimumOf(pair.To))
            return false;
        return census || (first.Variance is > 0 && (pair == Pair.Counter || first.N >= thresholds.ExecutiveQuestionMinimum));
    }

    private Place PlaceOf(Side first, Side second) => new(
        Comparisons.QuadrantOf(first.Mean!.Value, second.Mean!.Value, thresholds),
        (!census && SpansLine(first.Moments)) || SpansLine(second.Moments));

    // The line itself is high: an interval that begins there lies wholly above.
    private bool SpansLine(Moments moments) =>
        moments.MeanInterval(1, 5) is not { } interval || (interval.Low < thresholds.High && thresholds.High <= interval.High);

    private bool IsFactorShown(Ratings first, Ratings second, RatioFigures factor) =>
        pair != Pair.Leadership
        && first.N >= thresholds.FactorExecutives
        && second.N >= thresholds.FactorCustomers
        && second.Top1 >= thresholds.FactorCustomersExcellent
        && factor.CiLow > 1;

    private Gap Labelled(Gap gap, double? q, Side first, Side second)
    {
        var label = Labels.Of(gap.Interval, q, thresholds);
        return gap with
        {
            Q = q,
            Label = label,
            AnswersNeeded = label == Label.Open ? AnswersSearch.Of(pair, census, first.Moments, second.Moments, thresholds.Margin) : null,
        };
    }
}
