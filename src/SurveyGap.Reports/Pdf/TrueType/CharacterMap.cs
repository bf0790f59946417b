namespace SurveyGap.Reports.Pdf.TrueType;

/// <summary>Reads the table cmap: which glyph draws a character. Formats 12 (all of Unicode) and 4 (its first plane).</summary>
internal static class CharacterMap
{
    public static RuneTable Read(FontTable cmap, int glyphCount)
    {
        var (format12, format4) = Find(cmap);
        var glyphs = new RuneTable();
        if (format12 is { } full) ReadSegmentedCoverage(full, glyphs, glyphCount);
        else if (format4 is { } basic) ReadSegments(basic, glyphs, glyphCount);
        else throw new InvalidDataException("The font has no Unicode character map in format 4 or 12.");
        return glyphs;
    }

    private static (FontTable? Format12, FontTable? Format4) Find(FontTable cmap)
    {
        FontTable? format12 = null, format4 = null;
        for (var i = 0; i < cmap.U16(2); i++)
        {
            var record = 4 + 8 * i;
            var isUnicode = cmap.U16(record) is 0 || (cmap.U16(record) is 3 && cmap.U16(record + 2) is 1 or 10);
            if (!isUnicode) continue;
            var table = cmap.From(cmap.Offset32(record + 4));
            if (table.U16(0) == 12) format12 = table;
            if (table.U16(0) == 4) format4 = table;
        }
        return (format12, format4);
    }

    private static void ReadSegmentedCoverage(FontTable table, RuneTable glyphs, int glyphCount)
    {
        var previousEnd = -1L;
        for (var i = 0; i < table.U32(12); i++)
        {
            var group = 16 + 12 * i;
            long start = table.U32(group), end = table.U32(group + 4), glyph = table.U32(group + 8);
            // Ascending groups also bound the work that a hostile file can ask for.
            if (start <= previousEnd || end < start || end > 0x10FFFF || glyph + end - start >= glyphCount)
                throw new InvalidDataException("The font's character map is out of order.");
            for (var c = start; c <= end; c++) glyphs[(int)c] = (ushort)(glyph + c - start);
            previousEnd = end;
        }
    }

    private static void ReadSegments(FontTable table, RuneTable glyphs, int glyphCount)
    {
        var previousEnd = -1;
        int twice = table.U16(6), ends = 14, starts = 16 + twice, deltas = starts + twice, offsets = deltas + twice;
        for (var i = 0; i < twice; i += 2)
        {
            int start = table.U16(starts + i), end = table.U16(ends + i), delta = table.U16(deltas + i), offset = table.U16(offsets + i);
            if (start <= previousEnd) throw new InvalidDataException("The font's character map is out of order.");
            for (var c = start; c <= end && c != 0xFFFF; c++)
            {
                int glyph = offset == 0 ? c : table.U16(offsets + i + offset + 2 * (c - start));
                if (offset == 0 || glyph != 0) glyph = (glyph + delta) & 0xFFFF;
                if (glyph >= glyphCount) throw new InvalidDataException("The font's character map names a glyph that the font lacks.");
                glyphs[c] = (ushort)glyph;
            }
            previousEnd = end;
        }
    }
}
