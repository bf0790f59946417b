namespace SurveyGap.Reports.Pdf.TrueType;

/// <summary>OpenType's two ways to number glyphs, each spread into an array with one entry a glyph.</summary>
internal static class GlyphSets
{
    /// <summary>The coverage index plus one; 0 for a glyph that is not covered.</summary>
    public static ushort[] Coverage(FontTable table, int glyphCount)
    {
        var indexes = new ushort[glyphCount];
        var count = table.U16(2);
        if (table.U16(0) == 1)
        {
            for (var i = 0; i < count; i++) Fill(indexes, table.U16(4 + 2 * i), table.U16(4 + 2 * i), i + 1, 0);
        }
        else
        {
            for (var i = 0; i < count; i++)
                Fill(indexes, table.U16(4 + 6 * i), table.U16(6 + 6 * i), table.U16(8 + 6 * i) + 1, 1);
        }
        return indexes;
    }

    /// <summary>The class; 0 for a glyph that no class names.</summary>
    public static ushort[] Classes(FontTable table, int glyphCount)
    {
        var classes = new ushort[glyphCount];
        if (table.U16(0) == 1)
        {
            int start = table.U16(2), count = table.U16(4);
            for (var i = 0; i < count; i++) Fill(classes, start + i, start + i, table.U16(6 + 2 * i), 0);
        }
        else
        {
            var count = table.U16(2);
            for (var i = 0; i < count; i++)
                Fill(classes, table.U16(4 + 6 * i), table.U16(6 + 6 * i), table.U16(8 + 6 * i), 0);
        }
        return classes;
    }

    private static void Fill(ushort[] glyphs, int first, int last, int value, int step)
    {
        if (last >= glyphs.Length) throw new InvalidDataException("The font's kerning names a glyph that the font lacks.");
        for (var glyph = first; glyph <= last; glyph++, value += step) glyphs[glyph] = (ushort)value;
    }
}
