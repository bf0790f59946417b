using System.Security.Cryptography;
using SurveyGap.Reports.Pdf.TrueType;

namespace SurveyGap.Reports.Pdf.Writing;

/// <summary>
/// A font as one document uses it. Every character that is written gets a code of its own, even where two share a glyph
/// (space and no-break space), so that the text can be read back exactly.
/// </summary>
internal sealed class EmbeddedFont(TrueTypeFont font, string name)
{
    private readonly RuneTable codes = new();
    private readonly List<ShapedGlyph> glyphs = [default];

    public string Name => name;

    public int Code(ShapedGlyph glyph)
    {
        if (codes[glyph.Character] is not 0 and var known) return known;
        var code = (ushort)glyphs.Count;
        codes[glyph.Character] = code;
        glyphs.Add(glyph);
        return code;
    }

    public Reference Write(ObjectWriter file)
    {
        var subset = FontSubset.Of(font.File, glyphs.ConvertAll(glyph => glyph.Glyph));
        var subsetName = $"{Tag(subset)}+{font.PostScriptName}";
        var outlines = file.Stream($"/Length1 {subset.Length}", subset);

        var facts = font.File;
        var descriptor = file.Reserve();
        const int Symbolic = 4, Italic = 64;
        file.Object(descriptor).Write(
            $"<</Type/FontDescriptor/FontName/{subsetName}/Flags {Symbolic | (facts.ItalicAngle is 0 ? 0 : Italic)}" +
            $"/FontBBox[{PerMille(facts.Box.Left)} {PerMille(facts.Box.Bottom)} {PerMille(facts.Box.Right)} {PerMille(facts.Box.Top)}]" +
            $"/ItalicAngle {facts.ItalicAngle}/Ascent {PerMille(facts.Ascent)}/Descent {PerMille(facts.Descent)}" +
            $"/CapHeight {PerMille(facts.CapHeight)}/StemV {StemWidth(facts.Weight)}/FontFile2 {outlines}>>");

        var descendant = file.Reserve();
        var body = file.Object(descendant);
        body.Write(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{subsetName}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>" +
            $"/FontDescriptor {descriptor}/CIDToGIDMap/Identity/W[0[{PerMille(font.Advance(0))}");
        for (var i = 1; i < glyphs.Count; i++) body.Write($" {PerMille(glyphs[i].Advance)}");
        body.Write("]]>>");

        var unicode = file.Stream("", ToUnicode().Written);
        var reference = file.Reserve();
        file.Object(reference).Write(
            $"<</Type/Font/Subtype/Type0/BaseFont/{subsetName}/Encoding/Identity-H/DescendantFonts[{descendant}]/ToUnicode {unicode}>>");
        return reference;
    }

    private PdfBuffer ToUnicode()
    {
        var map = new PdfBuffer(4096);
        map.Write("""
            /CIDInit/ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
            /CMapName/Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000><FFFF>
            endcodespacerange

            """);
        // At most a hundred entries a block, says the format.
        for (var start = 1; start < glyphs.Count; start += 100)
        {
            var count = Math.Min(100, glyphs.Count - start);
            map.Write($"{count} beginbfchar\n");
            for (var code = start; code < start + count; code++) WriteMapping(map, code);
            map.Write("endbfchar\n");
        }
        map.Write("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
        return map;
    }

    private void WriteMapping(PdfBuffer map, int code)
    {
        map.Write("<"u8);
        map.WriteHex(code);
        map.Write("><"u8);
        foreach (var unit in glyphs[code].Character.ToString()) map.WriteHex(unit);
        map.Write(">\n"u8);
    }

    /// <summary>Six letters that name this very choice of glyphs.</summary>
    private static string Tag(byte[] subset) =>
        string.Create(6, SHA256.HashData(subset), (letters, hash) =>
        {
            for (var i = 0; i < letters.Length; i++) letters[i] = (char)('A' + hash[i] % 26);
        });

    private double PerMille(int units) => 1000.0 * units / font.UnitsPerEm;

    /// <summary>An estimate; viewers look at it only when they have to replace the font, and this one is embedded.</summary>
    private static int StemWidth(int weight) => 10 + 22 * (weight - 50) / 90;
}
