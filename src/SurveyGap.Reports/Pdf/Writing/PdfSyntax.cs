using System.Runtime.CompilerServices;

namespace SurveyGap.Reports.Pdf.Writing;

/// <summary>An indirect reference, «12 0 R».</summary>
internal readonly record struct Reference(int Number);

/// <summary>Text for people, as PDF writes it: ASCII in brackets, all else as UTF-16. Where a line may break is not told: no viewer of titles asks.</summary>
internal readonly struct TextString(string value)
{
    public string Value { get; } = value.Replace("\u00AD", "", StringComparison.Ordinal);
}

/// <summary>Writes the parts of an interpolated string into a <see cref="PdfBuffer"/>; no culture is asked.</summary>
[InterpolatedStringHandler]
internal readonly ref struct PdfSyntax
{
    private readonly PdfBuffer buffer;

    // The compiler counts the parts and passes the counts; a growing buffer needs neither.
    public PdfSyntax(int literalLength, int formattedCount, PdfBuffer buffer)
    {
        _ = literalLength + formattedCount;
        this.buffer = buffer;
    }

    public void AppendLiteral(string ascii) => buffer.Write(ascii);
    public void AppendFormatted(string ascii) => buffer.Write(ascii);
    public void AppendFormatted(int value) => buffer.Write((long)value);
    public void AppendFormatted(double value) => buffer.Write(value);

    public void AppendFormatted(Reference reference)
    {
        buffer.Write((long)reference.Number);
        buffer.Write(" 0 R"u8);
    }

    public void AppendFormatted(PdfColor color)
    {
        AppendFormatted(color.Red / 255.0);
        buffer.Write((byte)' ');
        AppendFormatted(color.Green / 255.0);
        buffer.Write((byte)' ');
        AppendFormatted(color.Blue / 255.0);
    }

    public void AppendFormatted(TextString text)
    {
        if (text.Value.AsSpan().ContainsAnyExceptInRange(' ', '~')) AppendUtf16(text.Value);
        else AppendEscaped(text.Value);
    }

    private void AppendEscaped(string ascii)
    {
        buffer.Write((byte)'(');
        foreach (var character in ascii)
        {
            if (character is '(' or ')' or '\\') buffer.Write((byte)'\\');
            buffer.Write((byte)character);
        }
        buffer.Write((byte)')');
    }

    private void AppendUtf16(string text)
    {
        buffer.Write("<FEFF"u8);
        // Rune by rune: half a surrogate pair becomes a replacement character.
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
            foreach (var unit in units[..rune.EncodeToUtf16(units)]) buffer.WriteHex(unit);
        buffer.Write((byte)'>');
    }
}
