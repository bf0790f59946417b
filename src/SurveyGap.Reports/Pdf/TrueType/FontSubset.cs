using System.Buffers.Binary;
using System.Text;

namespace SurveyGap.Reports.Pdf.TrueType;

/// <summary>
/// A font file with a few glyphs of another, numbered in the order given. Parts of composite glyphs come along at the end.
/// Names, character map and layout tables stay behind: a PDF says itself which code is which glyph.
/// </summary>
internal sealed class FontSubset
{
    private const int ArgumentsAreWords = 1, HasScale = 8, MoreComponents = 0x20, HasTwoScales = 0x40, HasMatrix = 0x80;
    private readonly FontFile font;
    private readonly List<ushort> glyphs;
    private readonly Dictionary<ushort, ushort> numbers = [];

    private FontSubset(FontFile font, IReadOnlyList<ushort> wanted)
    {
        this.font = font;
        glyphs = [.. wanted];
        for (var i = 0; i < glyphs.Count; i++) numbers.TryAdd(glyphs[i], (ushort)i);
    }

    /// <param name="font">The whole font.</param>
    /// <param name="wanted">Glyphs, the first of them glyph 0; one may be there twice.</param>
    public static byte[] Of(FontFile font, IReadOnlyList<ushort> wanted) => new FontSubset(font, wanted).Build();

    private byte[] Build()
    {
        var (glyf, loca) = Outlines();
        var head = font.Table("head").ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        var hhea = font.Table("hhea").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)glyphs.Count);
        var maxp = font.Table("maxp").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)glyphs.Count);

        // In the order of their names, as the format asks.
        List<(string Tag, byte[] Table)> tables = [];
        foreach (var tag in (string[])["cvt ", "fpgm"])
            if (font.Find(tag) is { } table) tables.Add((tag, table.ToArray()));
        tables.AddRange([("glyf", glyf), ("head", head), ("hhea", hhea), ("hmtx", Metrics()), ("loca", loca), ("maxp", maxp)]);
        if (font.Find("prep") is { } program) tables.Add(("prep", program.ToArray()));
        return Assemble(tables);
    }

    private (byte[] Glyf, byte[] Loca) Outlines()
    {
        // Enough for the letters of a language.
        using var outlines = new MemoryStream(1 << 14);
        var starts = new List<uint>();
        // The list grows while parts of composite glyphs are found; each glyph joins it once, so this ends.
        for (var i = 0; i < glyphs.Count; i++)
        {
            starts.Add((uint)outlines.Length);
            var outline = font.Outline(glyphs[i]);
            outlines.Write(outline.Length > 0 && outline.I16(0) < 0 ? Renumbered(outline.ToArray()) : outline.Slice(0, outline.Length));
            outlines.SetLength(outlines.Length + Padding(outline.Length));
            outlines.Position = outlines.Length;
        }
        starts.Add((uint)outlines.Length);

        var loca = new byte[4 * starts.Count];
        for (var i = 0; i < starts.Count; i++) BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * i), starts[i]);
        return (outlines.ToArray(), loca);
    }

    private byte[] Renumbered(byte[] outline)
    {
        var parts = new FontTable(outline, 0, outline.Length);
        int flags, at = 10;
        do
        {
            flags = parts.U16(at);
            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), NumberOf(parts.U16(at + 2)));
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2);
            at += (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
        }
        while ((flags & MoreComponents) != 0);
        return outline;
    }

    private ushort NumberOf(ushort glyph)
    {
        if (numbers.TryGetValue(glyph, out var number)) return number;
        number = (ushort)glyphs.Count;
        numbers.Add(glyph, number);
        glyphs.Add(glyph);
        return number;
    }

    private byte[] Metrics()
    {
        var hmtx = new byte[4 * glyphs.Count];
        for (var i = 0; i < glyphs.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(4 * i), font.Advances[glyphs[i]]);
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan(4 * i + 2), font.LeftBearing(glyphs[i]));
        }
        return hmtx;
    }

    private static byte[] Assemble(List<(string Tag, byte[] Table)> tables)
    {
        var start = 12 + 16 * tables.Count;
        var file = new byte[start + tables.Sum(t => t.Table.Length + Padding(t.Table.Length))];
        var log = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << log));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)log);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)(16 * tables.Count - (16 << log)));

        var head = 0;
        for (var i = 0; i < tables.Count; i++)
        {
            var (tag, table) = tables[i];
            var record = file.AsSpan(12 + 16 * i);
            table.CopyTo(file, start);
            Encoding.ASCII.GetBytes(tag, record);
            BinaryPrimitives.WriteUInt32BigEndian(record[4..], Checksum(file.AsSpan(start, table.Length + Padding(table.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(record[8..], (uint)start);
            BinaryPrimitives.WriteUInt32BigEndian(record[12..], (uint)table.Length);
            if (tag == "head") head = start;
            start += table.Length + Padding(table.Length);
        }
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), unchecked(0xB1B0AFBA - Checksum(file)));
        return file;
    }

    private static uint Checksum(ReadOnlySpan<byte> words)
    {
        var sum = 0u;
        for (; words.Length >= 4; words = words[4..]) sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(words));
        return sum;
    }

    private static int Padding(int length) => -length & 3;
}
