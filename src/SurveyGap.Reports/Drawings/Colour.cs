using System.Globalization;
using System.Runtime.InteropServices;

namespace SurveyGap.Reports.Drawings;

/// <summary>An opaque sRGB colour; channels 0 to 255.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Reads «#RRGGBB».</summary>
    /// <exception cref="FormatException">The text is not of this form.</exception>
    public static Colour Parse(string hex) =>
        TryParse(hex, out var colour) ? colour : throw new FormatException($"«{hex}» is not a colour of the form #RRGGBB.");

    /// <summary>Reads «#RRGGBB»; false if the text is not of this form, null included.</summary>
    public static bool TryParse(string? hex, out Colour colour)
    {
        colour = default;
        if (hex is not ['#', ..] || hex.Length != 7
            || !int.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
            return false;

        colour = new Colour((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
        return true;
    }

    /// <summary>Relative luminance (WCAG 2.2), 0 black to 1 white.</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>Contrast ratio (WCAG 2.2), 1 to 21.</summary>
    public double ContrastTo(Colour other)
    {
        var (light, dark) = (Math.Max(Luminance, other.Luminance), Math.Min(Luminance, other.Luminance));
        return (light + 0.05) / (dark + 0.05);
    }

    /// <summary>This colour, darkened in small steps until it reaches the contrast on white; unchanged if it has it.</summary>
    public Colour DarkenedTo(double contrast)
    {
        var colour = this;
        while (colour.ContrastTo(Palette.White) < contrast)
            colour = colour.Mixed(Palette.Black, 0.04);
        return colour;
    }

    /// <summary>The mixture with another colour, channel by channel; a share of 1 is the other one.</summary>
    public Colour Mixed(Colour other, double share) =>
        new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    /// <summary>«#RRGGBB».</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:X2}{Green:X2}{Blue:X2}");

    // Floor towards black, so that darkening always ends.
    private static byte Mix(byte from, byte to, double share) => (byte)Math.Floor(from + ((to - from) * share));

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
