using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Counts;

/// <summary>How many answered what in one combination of attribute values, while they are being counted.</summary>
internal sealed class CombinationTally(int slots, int[][] dimensionSlots, IReadOnlyList<string?> values)
{
    private readonly long[] _answered = new long[slots];
    private readonly long[] _scored = new long[dimensionSlots.Length];
    private long _responses;

    public IReadOnlyList<string?> Values => values;

    public void Add(byte[] answers)
    {
        _responses++;
        for (var slot = 0; slot < answers.Length; slot++)
        {
            if (answers[slot] is not (Answer.None or Answer.CannotJudge))
                _answered[slot]++;
        }

        for (var dimension = 0; dimension < _scored.Length; dimension++)
        {
            if (CellTally.Score(dimensionSlots[dimension], answers).Answered > 0)
                _scored[dimension]++;
        }
    }

    public void Merge(CombinationTally other)
    {
        _responses += other._responses;
        CellTally.Sum([_answered, _scored], [other._answered, other._scored]);
    }

    public Combination ToCounts() => new(values, _responses, [.. _answered], [.. _scored]);
}
