using System.Numerics;

namespace SurveyGap.Reports.Pdf.TrueType;

/// <summary>One pair adjustment table. Of the adjustments only the first glyph's advance matters to horizontal text.</summary>
internal abstract class PairTable(FontTable table, int glyphCount)
{
    private const int XAdvance = 4;
    private readonly ushort[] coverage = GlyphSets.Coverage(table.From(table.U16(2)), glyphCount);

    protected FontTable Table { get; } = table;
    private int FirstFormat { get; } = table.U16(4);

    protected int ValuesSize { get; } = 2 * (BitOperations.PopCount(table.U16(4)) + BitOperations.PopCount(table.U16(6)));

    public static PairTable Read(FontTable table, int glyphCount) => table.U16(0) switch
    {
        1 => new GlyphPairs(table, glyphCount),
        2 => new ClassPairs(table, glyphCount),
        var format => throw new InvalidDataException($"Pair adjustment in format {format} is not part of OpenType."),
    };

    /// <summary>False: this table says nothing about the pair, and the next one is asked.</summary>
    public bool TryAdjust(ushort left, ushort right, out int adjustment)
    {
        adjustment = 0;
        return coverage[left] != 0 && TryAdjust(coverage[left] - 1, left, right, out adjustment);
    }

    protected abstract bool TryAdjust(int coverageIndex, ushort left, ushort right, out int adjustment);

    protected int Advance(int values) =>
        (FirstFormat & XAdvance) == 0 ? 0 : Table.I16(values + 2 * BitOperations.PopCount((uint)FirstFormat & (XAdvance - 1)));

    private sealed class GlyphPairs(FontTable table, int glyphCount) : PairTable(table, glyphCount)
    {
        protected override bool TryAdjust(int coverageIndex, ushort left, ushort right, out int adjustment)
        {
            var set = Table.From(Table.U16(10 + 2 * coverageIndex));
            int low = 0, high = set.U16(0) - 1, size = 2 + ValuesSize;
            while (low <= high)
            {
                var middle = (low + high) / 2;
                int second = set.U16(2 + size * middle);
                if (second == right)
                {
                    adjustment = Advance(Table.U16(10 + 2 * coverageIndex) + 4 + size * middle);
                    return true;
                }
                if (second < right) low = middle + 1;
                else high = middle - 1;
            }
            adjustment = 0;
            return false;
        }
    }

    private sealed class ClassPairs(FontTable table, int glyphCount) : PairTable(table, glyphCount)
    {
        private readonly ushort[] leftClasses = GlyphSets.Classes(table.From(table.U16(8)), glyphCount);
        private readonly ushort[] rightClasses = GlyphSets.Classes(table.From(table.U16(10)), glyphCount);
        private readonly int leftCount = table.U16(12), rightCount = table.U16(14);

        protected override bool TryAdjust(int coverageIndex, ushort left, ushort right, out int adjustment)
        {
            int row = leftClasses[left], column = rightClasses[right];
            adjustment = 0;
            // Column 0 holds «all others»: HarfBuzz asks the next table then, and so do we.
            if (column == 0 || column >= rightCount || row >= leftCount) return false;
            adjustment = Advance(16 + ValuesSize * (row * rightCount + column));
            return true;
        }
    }
}
