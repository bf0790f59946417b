namespace SurveyGap.Reports.Pdf.TrueType;

/// <summary>
/// Kerning from the table GPOS: the feature «kern» of the Latin script, pair adjustment in both formats.
/// Follows HarfBuzz where the standard leaves room, so that a browser sets the same text to the same width.
/// </summary>
internal sealed class PairKerning
{
    private const int PairAdjustment = 2, Extension = 9;
    private const int RememberedPairs = 4096;
    private readonly List<List<PairTable>> lookups = [];
    // Pair and adjustment in one long, so that threads can share it without a lock. 0 says: glyph 0 beside itself, no kerning.
    private readonly long[] remembered = new long[RememberedPairs];

    /// <summary>What to add to the advance of <paramref name="left"/> before <paramref name="right"/>, in font units.</summary>
    public int Between(ushort left, ushort right)
    {
        var pair = (uint)left << 16 | right;
        ref var place = ref remembered[(left * 31 + right) % RememberedPairs];
        var known = Volatile.Read(ref place);
        if (known >>> 32 == pair) return (int)known;
        var adjustment = Find(left, right);
        Volatile.Write(ref place, (long)pair << 32 | (uint)adjustment);
        return adjustment;
    }

    private int Find(ushort left, ushort right)
    {
        var total = 0;
        foreach (var lookup in lookups)
        {
            foreach (var table in lookup)
            {
                if (!table.TryAdjust(left, right, out var adjustment)) continue;
                total += adjustment;
                break;
            }
        }
        return total;
    }

    public static PairKerning Read(FontTable? gpos, int glyphCount)
    {
        var kerning = new PairKerning();
        if (gpos is not { } table) return kerning;
        var lookupList = table.From(table.U16(8));
        foreach (var index in KernLookups(table))
            kerning.lookups.Add(ReadLookup(lookupList.From(lookupList.U16(2 + 2 * index)), glyphCount));
        return kerning;
    }

    private static SortedSet<int> KernLookups(FontTable gpos)
    {
        var indexes = new SortedSet<int>();
        var features = gpos.From(gpos.U16(6));
        if (LatinLanguage(gpos.From(gpos.U16(4))) is not { } language) return indexes;
        for (var i = 0; i < language.U16(4); i++)
        {
            var record = 2 + 6 * language.U16(6 + 2 * i);
            if (!features.Slice(record, 4).SequenceEqual("kern"u8)) continue;
            var feature = features.From(features.U16(record + 4));
            for (var k = 0; k < feature.U16(2); k++) indexes.Add(feature.U16(4 + 2 * k));
        }
        return indexes;
    }

    private static FontTable? LatinLanguage(FontTable scripts)
    {
        FontTable? found = null;
        for (var i = 0; i < scripts.U16(0); i++)
        {
            var tag = scripts.Slice(2 + 6 * i, 4);
            if (!tag.SequenceEqual("latn"u8) && !(found is null && tag.SequenceEqual("DFLT"u8))) continue;
            var script = scripts.From(scripts.U16(6 + 6 * i));
            if (script.U16(0) != 0) found = script.From(script.U16(0));
        }
        return found;
    }

    private static List<PairTable> ReadLookup(FontTable lookup, int glyphCount)
    {
        var tables = new List<PairTable>();
        for (var i = 0; i < lookup.U16(4); i++)
        {
            int type = lookup.U16(0);
            var table = lookup.From(lookup.U16(6 + 2 * i));
            if (type == Extension) (type, table) = (table.U16(2), table.From(table.Offset32(4)));
            if (type == PairAdjustment) tables.Add(PairTable.Read(table, glyphCount));
        }
        return tables;
    }
}
