using System.Text;

namespace SurveyGap.Web.Features.Mail.Mime;

/// <summary>RFC 2045, section 6.7: text as lines of at most 76 ASCII characters.</summary>
public static class QuotedPrintable
{
    private const int LongestLine = 76;
    private const string Hex = "0123456789ABCDEF";

    /// <summary>Encodes text; its line breaks, whichever they are, become CRLF.</summary>
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + text.Length / 8);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                encoded.Append("\r\n");
            EncodeLine(encoded, Encoding.UTF8.GetBytes(lines[i]));
        }

        return encoded.ToString();
    }

    private static void EncodeLine(StringBuilder encoded, byte[] line)
    {
        var width = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var last = i == line.Length - 1;
            var plain = IsPlain(line[i], last) && !(i == 0 && IsMangled(line));
            var needed = plain ? 1 : 3;

            // One column stays free for the soft break, but not at the line's own end.
            if (width + needed > (last ? LongestLine : LongestLine - 1))
            {
                encoded.Append("=\r\n");
                width = 0;
            }

            if (plain)
                encoded.Append((char)line[i]);
            else
                encoded.Append('=').Append(Hex[line[i] >> 4]).Append(Hex[line[i] & 15]);
            width += needed;
        }
    }

    // White space at a line's end may be lost on the way.
    private static bool IsPlain(byte letter, bool last) => letter switch
    {
        (byte)'=' => false,
        (byte)' ' or (byte)'\t' => !last,
        _ => letter is > 32 and < 127,
    };

    // Some relays still write «>From » and drop a leading dot, which would break the signature.
    private static bool IsMangled(byte[] line) => line[0] == '.' || line.AsSpan().StartsWith("From "u8);
}
