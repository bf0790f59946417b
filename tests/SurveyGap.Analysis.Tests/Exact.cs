namespace SurveyGap.Analysis.Tests;

/// <summary>Linear algebra without rounding: modulo a prime of 31 bits, which the small whole numbers of these tests cannot fool but by a freak.</summary>
internal sealed class Exact(int columns)
{
    private const long Prime = 2_147_483_647;
    private readonly List<(int Pivot, long[] Row)> _rows = [];

    public static int Rank(long[][] rows)
    {
        var exact = new Exact(rows[0].Length);
        return rows.Count(exact.Add);
    }

    /// <summary>Learns a row; false if it follows from those before.</summary>
    public bool Add(long[] row)
    {
        var rest = Reduced(row);
        var pivot = Array.FindIndex(rest, value => value != 0);
        if (pivot < 0)
            return false;
        var inverse = Power(rest[pivot], Prime - 2);
        for (var i = 0; i < columns; i++)
            rest[i] = rest[i] * inverse % Prime;
        _rows.Add((pivot, rest));
        return true;
    }

    /// <summary>Whether the row follows from those learnt.</summary>
    public bool Spans(long[] row) => Array.TrueForAll(Reduced(row), value => value == 0);

    private long[] Reduced(long[] row)
    {
        long[] rest = [.. row];
        foreach (var (pivot, known) in _rows)
        {
            var factor = rest[pivot];
            if (factor == 0)
                continue;
            for (var i = 0; i < columns; i++)
                rest[i] = (rest[i] + ((Prime - factor) * known[i])) % Prime;
        }

        return rest;
    }

    private static long Power(long value, long exponent)
    {
        var result = 1L;
        for (; exponent > 0; exponent >>= 1, value = value * value % Prime)
        {
            if ((exponent & 1) == 1)
                result = result * value % Prime;
        }

        return result;
    }
}
