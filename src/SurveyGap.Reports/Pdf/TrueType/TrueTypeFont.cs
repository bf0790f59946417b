using System.Globalization;
using System.Text;

namespace SurveyGap.Reports.Pdf.TrueType;

/// <summary>
/// A TrueType font: its metrics, its kerning and its outlines. Immutable, so one instance serves all threads;
/// parsing takes milliseconds, so keep it. Sizes and widths are in points (or whatever unit the caller's size has).
/// </summary>
/// <remarks>
/// What the font cannot draw never becomes an empty box. A space or hyphen that is missing is drawn as the plain one, tabs and
/// line ends as a space; joiners, variation selectors and marks that are missing are dropped; a letter with a mark («Ṩ»)
/// is drawn without it; all else, control characters too, becomes U+FFFD «�», or «?» if that is missing too.
/// A soft hyphen is drawn as a hyphen at the end of a text, and is nothing elsewhere.
/// Whoever reads a PDF's text still gets the characters as they were written.
/// </remarks>
public sealed class TrueTypeFont
{
    private readonly RuneTable characters;
    private readonly PairKerning kerning;
    private readonly ushort space, hyphen, replacement;

    private TrueTypeFont(FontFile file)
    {
        File = file;
        characters = CharacterMap.Read(file.Table("cmap"), file.GlyphCount);
        kerning = PairKerning.Read(file.Find("GPOS"), file.GlyphCount);
        space = characters[new Rune(' ')];
        hyphen = characters[new Rune('-')];
        replacement = characters[Rune.ReplacementChar] is not 0 and var glyph ? glyph : characters[new Rune('?')];
        if (space == 0 || hyphen == 0 || replacement == 0)
            throw new InvalidDataException("The font lacks a space, a hyphen or a question mark.");
    }

    /// <summary>Reads a font with TrueType outlines.</summary>
    /// <param name="stream">A single font (.ttf), at most 16 MB; read to its end and left open.</param>
    /// <exception cref="InvalidDataException">It is no TrueType font, or it is damaged; the message says where.</exception>
    public static TrueTypeFont Parse(Stream stream) => new(FontFile.Read(stream));

    /// <summary>The name that a PDF gives the font, such as «SourceSans3-Regular».</summary>
    public string PostScriptName => File.PostScriptName;

    /// <summary>How far letters reach above the baseline, as a share of the size.</summary>
    public double Ascent => File.Ascent / (double)UnitsPerEm;

    /// <summary>How far letters reach below the baseline, as a share of the size; positive.</summary>
    public double Descent => -File.Descent / (double)UnitsPerEm;

    /// <summary>The height of capitals, as a share of the size.</summary>
    public double CapHeight => File.CapHeight / (double)UnitsPerEm;

    /// <summary>The height of small letters, as a share of the size.</summary>
    public double XHeight => File.XHeight / (double)UnitsPerEm;

    /// <summary>Font units in the size: a glyph that advances by as many is as wide as the font is large.</summary>
    public int UnitsPerEm => File.UnitsPerEm;

    internal FontFile File { get; }

    /// <summary>True if the font has a glyph of its own for the character; the remarks tell what stands for the others.</summary>
    public bool Covers(Rune character) => characters[character] != 0;

    /// <summary>The width of a line of text, kerning included.</summary>
    /// <param name="text">One line; empty is 0 wide.</param>
    /// <param name="size">The font's size.</param>
    /// <param name="letterSpacing">Added after each glyph but the last, in the unit of the size.</param>
    public double Measure(ReadOnlySpan<char> text, double size, double letterSpacing = 0)
    {
        int units = 0, glyphs = 0;
        foreach (var glyph in Shape(text))
        {
            units += glyph.Advance + glyph.Kerning;
            glyphs++;
        }
        return units * size / UnitsPerEm + Math.Max(0, glyphs - 1) * letterSpacing;
    }

    /// <summary>The glyphs of a line of text with their advances and kerning.</summary>
    public ShapedText Shape(ReadOnlySpan<char> text) => new(this, text);

    internal int Advance(ushort glyph) => File.Advances[glyph];

    internal int Kerning(ushort left, ushort right) => kerning.Between(left, right);

    /// <summary>The glyph to draw for a character, or false if nothing is to be drawn.</summary>
    internal bool TryFindGlyph(Rune character, out ushort glyph)
    {
        glyph = characters[character];
        if (glyph != 0 && character.Value is > 0x1F and < 0x7F) return true;
        glyph = Rune.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.Control => character.Value is '\t' or '\n' or '\r' or 0x85 ? space : replacement,
            UnicodeCategory.Format => character.Value == 0xAD ? hyphen : (ushort)0,
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => space,
            _ when glyph != 0 => glyph,
            UnicodeCategory.SpaceSeparator => space,
            UnicodeCategory.DashPunctuation => hyphen,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.ModifierSymbol => 0,
            // No letters, and normalization throws at one of them (U+FFFE).
            UnicodeCategory.OtherNotAssigned => replacement,
            _ => LetterWithoutMarks(character) is not 0 and var letter ? letter : replacement,
        };
        return glyph != 0;
    }

    private ushort LetterWithoutMarks(Rune character)
    {
        Rune.DecodeFromUtf16(character.ToString().Normalize(NormalizationForm.FormD), out var letter, out _);
        return characters[letter];
    }
}
