using System.Text;

namespace SurveyGap.Reports.Pdf.TrueType;

/// <summary>A number for each character, 0 if there is none. Pages of 256 characters: as fast as an array, as small as a dictionary.</summary>
internal sealed class RuneTable
{
    private readonly ushort[]?[] pages = new ushort[]?[0x1100];

    public ushort this[Rune rune]
    {
        get => pages[rune.Value >> 8] is { } page ? page[rune.Value & 0xFF] : (ushort)0;
        set => this[rune.Value] = value;
    }

    public ushort this[int codePoint]
    {
        set => (pages[codePoint >> 8] ??= new ushort[256])[codePoint & 0xFF] = value;
    }
}
