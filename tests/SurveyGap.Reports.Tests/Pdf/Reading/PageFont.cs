using System.Text;

namespace SurveyGap.Reports.Tests.Pdf.Reading;

/// <summary>What a page's codes mean: characters from /ToUnicode, widths from /W.</summary>
internal sealed class PageFont
{
    private readonly Dictionary<int, string> characters = [];
    private readonly List<object?> widths;

    public PageFont(DictionaryValue font)
    {
        widths = (List<object?>)((DictionaryValue)font.Array("DescendantFonts").Single()!).Array("W")[1]!;
        var map = Encoding.ASCII.GetString(PdfFile.Content((StreamValue)font["ToUnicode"]!));
        foreach (var block in map.Split("beginbfchar\n")[1..])
        {
            foreach (var line in block[..block.IndexOf("endbfchar", StringComparison.Ordinal)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = line.Split(['<', '>'], StringSplitOptions.RemoveEmptyEntries);
                characters.Add(Convert.ToInt32(parts[0], 16), Encoding.BigEndianUnicode.GetString(Convert.FromHexString(parts[1])));
            }
        }
    }

    public (string Character, double Width) Character(int code) => (characters[code], (double)widths[code]!);
}
