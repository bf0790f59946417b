using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Results;

namespace SurveyGap.Analysis.Suppression;

/// <summary>
/// Which segment cells of one group are withheld for one subject. Cells below the minimum and unanimous ones first; then, until
/// nothing changes: the remainder of each attribute (the group less its shown cells) must be nobody, or enough and not unanimous;
/// and across attributes nothing below the minimum, and no unanimous cell, may be derivable. What is hidden for that is always
/// the smallest shown cell that helps, so the procedure ends, at the latest with nothing shown but the group itself.
/// </summary>
internal sealed class SegmentSuppression
{
    private readonly AudienceCounts _counts;
    private readonly Subject _subject;
    private readonly Thresholds _thresholds;
    private readonly int _minimum;
    private readonly Withheld?[] _withheld;
    private readonly Part[] _parts;

    private SegmentSuppression(AudienceCounts counts, Subject subject, Thresholds thresholds)
    {
        (_counts, _subject, _thresholds, _minimum) = (counts, subject, thresholds, thresholds.FullMinimumOf(counts.Audience));
        _parts = [.. counts.Segments.Select(segment => new Part(segment.Value, subject.N(segment.Counts)))];
        _withheld = [.. counts.Segments.Select(OnItsOwn)];
    }

    /// <summary>The reasons, one entry a segment of <see cref="AudienceCounts.Segments"/>; null where shown.</summary>
    public static IReadOnlyList<Withheld?> Of(AudienceCounts counts, Subject subject, Thresholds thresholds)
    {
        var suppression = new SegmentSuppression(counts, subject, thresholds);
        if (thresholds.ShowEverything)
            return new Withheld?[counts.Segments.Count];

        while (suppression.ProtectRemainders() || suppression.ProtectAcrossAttributes())
        {
        }

        return suppression._withheld;
    }

    private Withheld? OnItsOwn(SegmentCounts segment) =>
        _subject.N(segment.Counts) < _minimum ? Withheld.TooFew
        : _subject.Ratings is { } ratings && Unanimity.Of(ratings(segment.Counts), _thresholds.UnanimousBelow) ? Withheld.Unanimous
        : null;

    private bool ProtectRemainders()
    {
        foreach (var attribute in Enumerable.Range(0, _parts.Length).GroupBy(i => _counts.Segments[i].Attribute))
        {
            int[] hidden = [.. attribute.Where(i => _withheld[i] is not null && _parts[i].N > 0)];
            if (IsExposed(hidden) && Hide(attribute, Withheld.Complementary))
                return true;
        }

        return false;
    }

    private bool IsExposed(int[] hidden) =>
        RemainderRule.IsExposed(hidden.Sum(i => _parts[i].N), _minimum)
        || (_subject.Ratings is { } ratings && Unanimity.Of(Together(hidden, ratings), _thresholds.UnanimousBelow));

    private long[] Together(int[] cells, Func<CellCounts, IReadOnlyList<long>> ratings) =>
        [.. Enumerable.Range(0, 5).Select(level => cells.Sum(i => ratings(_counts.Segments[i].Counts)[level]))];

    private bool ProtectAcrossAttributes()
    {
        Combination[] combinations = [.. _counts.Combinations.Where(combination => _subject.NOf(combination) > 0)];
        int[] shown = [.. Enumerable.Range(0, _parts.Length).Where(i => _withheld[i] is null)];
        int[] unanimous = [.. Enumerable.Range(0, _parts.Length).Where(i => _withheld[i] == Withheld.Unanimous)];
        if (shown.Select(i => _counts.Segments[i].Attribute).Distinct().Count() < 2
            || (unanimous.Length == 0 && combinations.All(combination => _subject.NOf(combination) >= _minimum)))
        {
            return false;
        }

        double[] whole = [.. combinations.Select(_ => 1.0)];
        var derivable = new Derivable([whole, .. shown.Select(i => View(i, combinations))], combinations.Length);
        if (derivable.Isolated([.. combinations.Select(_subject.NOf)], _minimum) is { } isolated)
            return Hide(shown.Where(i => isolated.Any(row => IsIn(combinations[row], i))), Withheld.Derivable) || Hide(shown, Withheld.Derivable);

        return unanimous.Any(cell => derivable.Spans(View(cell, combinations))) && Hide(shown, Withheld.Derivable);
    }

    private double[] View(int cell, Combination[] combinations) =>
        [.. combinations.Select(combination => IsIn(combination, cell) ? 1.0 : 0.0)];

    private bool IsIn(Combination combination, int cell) =>
        combination.Values[_counts.Segments[cell].Attribute] == _counts.Segments[cell].Value;

    private bool Hide(IEnumerable<int> among, Withheld reason)
    {
        int[] shown = [.. among.Where(i => _withheld[i] is null)];
        if (shown.Length == 0)
            return false;
        var smallest = RemainderRule.SmallestShown([.. shown.Select(i => _parts[i])], new PartState[shown.Length]) ?? 0;
        _withheld[shown[smallest]] = reason;
        return true;
    }
}
