using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Counts;

/// <summary>Counts of some responses while they are being counted.</summary>
internal sealed class CellTally
{
    private readonly int[][] _dimensionSlots;
    private readonly long[][] _levels;
    private readonly long[] _cannotJudge;

    /// <summary>By dimension, then number answered: persons, sum, sum of squares.</summary>
    private readonly long[][] _persons;
    private readonly long[][] _sums;
    private readonly long[][] _squares;
    private long _responses;

    public CellTally(CountingPlan plan, int[][] dimensionSlots)
    {
        _dimensionSlots = dimensionSlots;
        _levels = [.. plan.Levels.Select(levels => new long[levels])];
        _cannotJudge = new long[plan.Levels.Length];
        _persons = [.. dimensionSlots.Select(slots => new long[slots.Length + 1])];
        _sums = [.. dimensionSlots.Select(slots => new long[slots.Length + 1])];
        _squares = [.. dimensionSlots.Select(slots => new long[slots.Length + 1])];
    }

    public void Add(byte[] answers)
    {
        _responses++;
        for (var slot = 0; slot < answers.Length; slot++)
        {
            var answer = answers[slot];
            if (answer == Answer.CannotJudge)
                _cannotJudge[slot]++;
            else if (answer != Answer.None)
                _levels[slot][answer - 1]++;
        }

        for (var dimension = 0; dimension < _persons.Length; dimension++)
            AddPerson(dimension, answers);
    }

    public void Merge(CellTally other)
    {
        _responses += other._responses;
        Sum(_levels, other._levels);
        Sum([_cannotJudge], [other._cannotJudge]);
        Sum(_persons, other._persons);
        Sum(_sums, other._sums);
        Sum(_squares, other._squares);
    }

    public CellCounts ToCounts() => new()
    {
        Responses = _responses,
        Slots = [.. _levels.Zip(_cannotJudge, (levels, cannotJudge) => new SlotCounts([.. levels], cannotJudge))],
        Dimensions = [.. Enumerable.Range(0, _persons.Length).Select(SumsOf)],
    };

    public Combination ToCombination(IReadOnlyList<string?> values) =>
        new([.. values], _responses, [.. _levels.Select(levels => levels.Sum())], [.. _persons.Select(persons => persons.Sum())]);

    public static void Sum(long[][] into, long[][] from)
    {
        for (var row = 0; row < into.Length; row++)
        {
            for (var i = 0; i < into[row].Length; i++)
                into[row][i] += from[row][i];
        }
    }

    private void AddPerson(int dimension, byte[] answers)
    {
        var (answered, total) = Score(_dimensionSlots[dimension], answers);
        if (answered == 0)
            return;
        _persons[dimension][answered]++;
        _sums[dimension][answered] += total;
        _squares[dimension][answered] += (long)total * total;
    }

    /// <summary>How many ratings of a dimension a person gave, and their sum; (0, 0) if under half of them, rounded up.</summary>
    private static (int Answered, int Total) Score(int[] slots, byte[] answers)
    {
        var (answered, total) = (0, 0);
        foreach (var slot in slots)
        {
            if (answers[slot] is Answer.None or Answer.CannotJudge)
                continue;
            answered++;
            total += answers[slot];
        }

        return answered >= (slots.Length + 1) / 2 ? (answered, total) : (0, 0);
    }

    private DimensionSums SumsOf(int dimension) => new(
    [
        .. Enumerable.Range(0, _persons[dimension].Length)
            .Where(answered => _persons[dimension][answered] > 0)
            .Select(answered => new AnsweredSums(
                answered, _persons[dimension][answered], _sums[dimension][answered], _squares[dimension][answered])),
    ]);
}
