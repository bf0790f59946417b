using System.Globalization;
using System.Runtime.InteropServices;

namespace SurveyGap.Reports.Pdf;

/// <summary>A colour in sRGB with its opacity.</summary>
/// <param name="Red">0–255.</param>
/// <param name="Green">0–255.</param>
/// <param name="Blue">0–255.</param>
/// <param name="Opacity">1 covers, 0 is invisible; kept to a hundredth.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PdfColor(byte Red, byte Green, byte Blue, double Opacity = 1)
{
    /// <summary>Black.</summary>
    public static readonly PdfColor Black = new(0, 0, 0);

    /// <summary>White.</summary>
    public static readonly PdfColor White = new(255, 255, 255);

    /// <summary>Reads «#14213D».</summary>
    /// <exception cref="FormatException">It is not «#» and six hexadecimal digits.</exception>
    public static PdfColor Parse(string hex) =>
        hex is ['#', .. { Length: 6 } digits] && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? new PdfColor((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
            : throw new FormatException($"«{hex}» is not a colour like #14213D.");
}
