using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Counts;

/// <summary>Sums over complete rows of one dimension, while they are being counted.</summary>
internal sealed class CompleteTally(int[] slots)
{
    private readonly long[] _sums = new long[slots.Length];
    private readonly long[] _squares = new long[slots.Length];
    private readonly long[] _totals = new long[3];

    public void Add(byte[] answers)
    {
        foreach (var slot in slots)
        {
            if (answers[slot] is Answer.None or Answer.CannotJudge)
                return;
        }

        var total = 0L;
        for (var i = 0; i < slots.Length; i++)
        {
            var rating = answers[slots[i]];
            _sums[i] += rating;
            _squares[i] += rating * rating;
            total += rating;
        }

        _totals[0]++;
        _totals[1] += total;
        _totals[2] += total * total;
    }

    public void Merge(CompleteTally other) =>
        CellTally.Sum([_sums, _squares, _totals], [other._sums, other._squares, other._totals]);

    public CompleteRows ToCounts() => new(_totals[0], [.. _sums], [.. _squares], _totals[1], _totals[2]);
}
