namespace SurveyGap.Reports.Pdf.TrueType;

/// <summary>OpenType's two ways to number glyphs, each spread into an array with one entry a glyph.</summary>
internal static class GlyphSets
{
    /// <summary>The coverage index plus one; 0 for a glyph that is not covered.</summary>
    public static ushort[] Coverage(FontTable table, int glyphCount)
    {
        var spread = new Spread(glyphCount);
        var count = table.U16(2);
        for (var i = 0; i < count; i++)
        {
            if (table.U16(0) == 1) spread.Fill(table.U16(4 + 2 * i), table.U16(4 + 2 * i), i + 1);
            else spread.Fill(table.U16(4 + 6 * i), table.U16(6 + 6 * i), table.U16(8 + 6 * i) + 1, step: 1);
        }
        return spread.Glyphs;
    }

    /// <summary>The class; 0 for a glyph that no class names.</summary>
    public static ushort[] Classes(FontTable table, int glyphCount)
    {
        var spread = new Spread(glyphCount);
        var isRun = table.U16(0) == 1;
        var count = table.U16(isRun ? 4 : 2);
        for (var i = 0; i < count; i++)
        {
            if (isRun) spread.Fill(table.U16(2) + i, table.U16(2) + i, table.U16(6 + 2 * i));
            else spread.Fill(table.U16(4 + 6 * i), table.U16(6 + 6 * i), table.U16(8 + 6 * i));
        }
        return spread.Glyphs;
    }

    private sealed class Spread(int glyphCount)
    {
        private int next;

        public ushort[] Glyphs { get; } = new ushort[glyphCount];

        public void Fill(int first, int last, int value, int step = 0)
        {
            // Ascending, says the standard; it also bounds the work that a hostile file can ask for.
            if (first < next || last >= Glyphs.Length) throw new InvalidDataException("The font's kerning is out of order, or names a glyph that the font lacks.");
            for (var glyph = first; glyph <= last; glyph++, value += step) Glyphs[glyph] = (ushort)value;
            next = last + 1;
        }
    }
}
