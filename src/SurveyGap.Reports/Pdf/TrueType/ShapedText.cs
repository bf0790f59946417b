using System.Runtime.InteropServices;
using System.Text;

namespace SurveyGap.Reports.Pdf.TrueType;

/// <summary>One glyph of a line of text.</summary>
/// <param name="Character">What was written, also where the glyph is only its replacement: a copied text stays true.</param>
/// <param name="Glyph">The number of the glyph in the font.</param>
/// <param name="Advance">How far the glyph moves the pen, without kerning, in font units.</param>
/// <param name="Kerning">What the next glyph adds to the advance (mostly negative), in font units; 0 for the last one.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ShapedGlyph(Rune Character, ushort Glyph, int Advance, int Kerning);

/// <summary>
/// A line of text as glyphs with kerning, one after the other: the single loop behind measuring and painting, so that both agree.
/// No ligatures, no marks placed apart from their letter (letter and mark are composed before).
/// </summary>
public ref struct ShapedText
{
    private const int SoftHyphen = 0xAD;
    private readonly TrueTypeFont font;
    private ReadOnlySpan<char> rest;
    private Rune character;
    private ushort glyph;
    private bool more;

    internal ShapedText(TrueTypeFont font, ReadOnlySpan<char> text)
    {
        this.font = font;
        rest = text.ContainsAnyInRange('\u0300', '\u036F') ? Composed(text) : text;
        more = ReadNext();
    }

    /// <summary>The glyph at hand.</summary>
    public ShapedGlyph Current { get; private set; }

    /// <summary>For «foreach».</summary>
    public readonly ShapedText GetEnumerator() => this;

    /// <summary>Goes to the next glyph; false after the last.</summary>
    public bool MoveNext()
    {
        if (!more) return false;
        var (written, drawn) = (character, glyph);
        more = ReadNext();
        Current = new ShapedGlyph(written, drawn, font.Advance(drawn), more ? font.Kerning(drawn, glyph) : 0);
        return true;
    }

    /// <summary>Normalization throws at half a surrogate pair and at U+FFFE; read rune by rune, they are replacement characters.</summary>
    private static string Composed(ReadOnlySpan<char> text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) valid.Append((rune.Value == 0xFFFE ? Rune.ReplacementChar : rune).ToString());
        return valid.ToString().Normalize();
    }

    private bool ReadNext()
    {
        while (!rest.IsEmpty)
        {
            Rune.DecodeFromUtf16(rest, out character, out var length);
            rest = rest[length..];
            if (character.Value == SoftHyphen && !rest.IsEmpty) continue;
            if (font.TryFindGlyph(character, out glyph)) return true;
        }
        return false;
    }
}
