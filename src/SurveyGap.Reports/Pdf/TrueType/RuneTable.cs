using System.Text;

namespace SurveyGap.Reports.Pdf.TrueType;

/// <summary>A number for each character, 0 if there is none. Pages of 256 characters: as fast as an array, as small as a dictionary.</summary>
internal sealed class RuneTable
{
    // Enough for Latin, punctuation and arrows; grows for the others.
    private ushort[]?[] pages = new ushort[]?[0x30];

    public ushort this[Rune rune]
    {
        get => rune.Value >> 8 is var page && page < pages.Length && pages[page] is { } numbers ? numbers[rune.Value & 0xFF] : (ushort)0;
        set => this[rune.Value] = value;
    }

    public ushort this[int codePoint]
    {
        set
        {
            var page = codePoint >> 8;
            if (page >= pages.Length) Array.Resize(ref pages, Math.Max(page + 1, pages.Length * 2));
            (pages[page] ??= new ushort[256])[codePoint & 0xFF] = value;
        }
    }
}
