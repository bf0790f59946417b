using System.Text;

namespace SurveyGap.Web.Features.SecondFactor;

/// <summary>Bytes as letters that can be typed (RFC 4648), without padding.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsInLetter = 5;

    /// <summary>Whole groups of five bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new();
        var (buffer, bits) = (0, 0);
        foreach (var value in bytes)
        {
            (buffer, bits) = ((buffer << 8) | value, bits + 8);
            while (bits >= BitsInLetter)
            {
                bits -= BitsInLetter;
                text.Append(Alphabet[(buffer >> bits) & 31]);
            }

            buffer &= (1 << bits) - 1;
        }

        return text.ToString();
    }
}
