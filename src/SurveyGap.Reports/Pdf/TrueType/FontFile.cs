using System.Text;

namespace SurveyGap.Reports.Pdf.TrueType;

/// <summary>The tables of a font file, and the few facts from its headers.</summary>
internal sealed class FontFile
{
    private const int MaximumSize = 16 << 20;
    private readonly Dictionary<string, FontTable> tables = [];
    private readonly FontTable loca, glyf;
    private readonly bool longOffsets;

    private FontFile(byte[] bytes)
    {
        ReadDirectory(new FontTable(bytes, 0, bytes.Length), bytes);
        FontTable head = Table("head"), hhea = Table("hhea"), os2 = Table("OS/2"), post = Table("post");
        UnitsPerEm = head.U16(18) is >= 16 and <= 16384 and var units ? units : throw new InvalidDataException("The font's units per em are out of range.");
        Box = (head.I16(36), head.I16(38), head.I16(40), head.I16(42));
        Bold = (head.U16(44) & 1) != 0;
        longOffsets = head.U16(50) != 0;
        (Ascent, Descent) = (hhea.I16(4), hhea.I16(6));
        (XHeight, CapHeight) = os2.U16(0) >= 2 ? (os2.I16(86), os2.I16(88)) : ((short)0, Ascent);
        Weight = os2.U16(4);
        ItalicAngle = (int)post.U32(4) / 65536.0;
        GlyphCount = Table("maxp").U16(4);
        PostScriptName = ReadPostScriptName(Table("name"));
        (loca, glyf) = (Table("loca"), Table("glyf"));
        Advances = ReadAdvances();
        // Looked through once, here: later a glyph cannot fail in the middle of a page.
        for (var glyph = 0; glyph < GlyphCount; glyph++) _ = Outline((ushort)glyph);
    }

    public int UnitsPerEm { get; }
    public (short Left, short Bottom, short Right, short Top) Box { get; }
    public short Ascent { get; }
    public short Descent { get; }
    public short XHeight { get; }
    public short CapHeight { get; }
    public double ItalicAngle { get; }
    public int Weight { get; }
    public bool Bold { get; }
    public int GlyphCount { get; }
    public string PostScriptName { get; }
    public ushort[] Advances { get; }

    public static FontFile Read(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MaximumSize) throw new InvalidDataException("The font file is larger than 16 MB.");
        }
        return new FontFile(bytes.ToArray());
    }

    public FontTable? Find(string tag) => tables.TryGetValue(tag, out var table) ? table : null;

    public FontTable Table(string tag) => Find(tag) ?? throw new InvalidDataException($"The font has no table «{tag}».");

    /// <summary>The outline of a glyph; empty for a space.</summary>
    public FontTable Outline(ushort glyph)
    {
        if (glyph >= GlyphCount) throw new InvalidDataException("The font names a glyph that it lacks.");
        var (start, end) = longOffsets
            ? (loca.U32(4 * glyph), loca.U32(4 * glyph + 4))
            : (2u * loca.U16(2 * glyph), 2u * loca.U16(2 * glyph + 2));
        if (start > end || end > glyf.Length) throw new InvalidDataException("The font's outlines are cut off.");
        return glyf.Part((int)start, (int)(end - start));
    }

    private ushort[] ReadAdvances()
    {
        var hmtx = Table("hmtx");
        int measured = Table("hhea").U16(34);
        if (measured == 0) throw new InvalidDataException("The font has no advance widths.");
        var advances = new ushort[GlyphCount];
        for (var glyph = 0; glyph < advances.Length; glyph++) advances[glyph] = hmtx.U16(4 * Math.Min(glyph, measured - 1));
        return advances;
    }

    public short LeftBearing(ushort glyph)
    {
        int measured = Table("hhea").U16(34);
        return Table("hmtx").I16(glyph < measured ? 4 * glyph + 2 : 4 * measured + 2 * (glyph - measured));
    }

    private void ReadDirectory(FontTable whole, byte[] bytes)
    {
        if (whole.Length < 12 || whole.U32(0) is not (0x00010000 or 0x74727565))
            throw new InvalidDataException("This is not a font with TrueType outlines.");
        for (var i = 0; i < whole.U16(4); i++)
        {
            var record = 12 + 16 * i;
            long start = whole.U32(record + 8), length = whole.U32(record + 12);
            var tag = Encoding.ASCII.GetString(whole.Slice(record, 4));
            if (start + length > bytes.Length) throw new InvalidDataException($"The font file is cut off within its table «{tag}».");
            tables[tag] = new FontTable(bytes, (int)start, (int)length);
        }
    }

    private static string ReadPostScriptName(FontTable name)
    {
        const int Windows = 3, PostScript = 6;
        for (var i = 0; i < name.U16(2); i++)
        {
            var record = 6 + 12 * i;
            if (name.U16(record) != Windows || name.U16(record + 6) != PostScript) continue;
            var text = Encoding.BigEndianUnicode.GetString(name.Slice(name.U16(4) + name.U16(record + 10), name.U16(record + 8)));
            if (text.Length is > 0 and <= 63 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-')) return text;
        }
        throw new InvalidDataException("The font has no PostScript name.");
    }
}
