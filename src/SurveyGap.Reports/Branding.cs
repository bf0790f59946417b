using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Pdf.Images;

namespace SurveyGap.Reports;

/// <summary>How a client looks: on the cover, and as the line at each page's edge. Never in text or charts.</summary>
/// <param name="Colour">The client's colour; null for navy.</param>
/// <param name="Logo">The logo, read and checked; null for none.</param>
public sealed record Branding(Colour? Colour, PdfImage? Logo)
{
    /// <summary>White letters on the cover need this contrast (WCAG 2.2 AA).</summary>
    private const double Readable = 4.5;

    /// <summary>The largest logo, in bytes.</summary>
    public const int LogoLimit = 1 << 20;

    /// <summary>A client that has set nothing.</summary>
    public static Branding None { get; } = new(null, null);

    /// <summary>Reads what a client has set.</summary>
    /// <param name="colour">«#RRGGBB»; null or empty for none.</param>
    /// <param name="logo">A PNG or JPEG file of at most <see cref="LogoLimit"/> bytes; null for none.</param>
    /// <exception cref="FormatException">The colour is not of this form.</exception>
    /// <exception cref="InvalidDataException">The logo is too large, or no picture of these kinds; the message says why.</exception>
    public static Branding Of(string? colour, ReadOnlyMemory<byte>? logo)
    {
        if (logo is { Length: > LogoLimit })
            throw new InvalidDataException("The logo is larger than 1 MB.");
        return new Branding(
            string.IsNullOrEmpty(colour) ? null : Drawings.Colour.Parse(colour), logo is { } file ? PdfImage.Read(file) : null);
    }

    /// <summary>The colour behind white letters: the client's, darkened until they can be read.</summary>
    public Colour Cover => (Colour ?? Palette.Navy).DarkenedTo(Readable);

    /// <summary>The line at the edge, which stands for nothing: the client's colour as it is.</summary>
    public Colour Spine => Colour ?? Palette.Navy;
}
