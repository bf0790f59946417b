using System.Text;

namespace SurveyGap.Web.Features.Mail.Mime;

/// <summary>Values of header fields: folded at 76 columns, beyond ASCII as encoded words (RFC 2047), and never with a line break of their own.</summary>
public static class HeaderValue
{
    private const int LongestLine = 76;

    // In base64, with «=?utf-8?B?», «?=» and the name of the field before it, this stays within one line.
    private const int BytesInWord = 39;

    /// <summary>Free text, such as a subject.</summary>
    /// <exception cref="ArgumentException">The text holds a control character: a second header would hide there.</exception>
    public static string Text(string text, string field)
    {
        RefuseControl(text);
        return IsPlain(text) ? Fold(text.Split(' '), field.Length + 2) : Fold(EncodedWords(text), field.Length + 2);
    }

    /// <summary>A name and its address.</summary>
    /// <exception cref="ArgumentException">The name holds a control character.</exception>
    public static string Of(Mailbox mailbox, string field)
    {
        RefuseControl(mailbox.Name);
        var address = $"<{mailbox.Address}>";
        if (mailbox.Name.Length == 0)
            return Fold([address], field.Length + 2);

        IEnumerable<string> name = IsPlain(mailbox.Name)
            ? $"\"{mailbox.Name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"".Split(' ')
            : EncodedWords(mailbox.Name);
        return Fold([.. name, address], field.Length + 2);
    }

    /// <summary>A value that the program made itself and that must be visible ASCII: an identifier, an address.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static string Token(string value) =>
        value.All(letter => letter is > ' ' and < '\x7f')
            ? value
            : throw new ArgumentException("This header value must be visible ASCII.", nameof(value));

    private static void RefuseControl(string text)
    {
        if (text.Any(char.IsControl))
            throw new ArgumentException("A header value holds no control characters.", nameof(text));
    }

    // A word that looks like an encoded one, or does not fit a line, travels encoded.
    private static bool IsPlain(string text) =>
        text.All(letter => letter is >= ' ' and < '\x7f')
        && !text.Contains("=?", StringComparison.Ordinal)
        && !text.StartsWith(' ') && !text.EndsWith(' ') && !text.Contains("  ", StringComparison.Ordinal)
        && text.Split(' ').All(word => word.Length < LongestLine - 20);

    private static IEnumerable<string> EncodedWords(string text)
    {
        var part = new StringBuilder();
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            // Between characters only: a word has to be readable by itself.
            if (bytes + rune.Utf8SequenceLength > BytesInWord)
            {
                yield return EncodedWord(part.ToString());
                part.Clear();
                bytes = 0;
            }

            part.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        if (bytes > 0)
            yield return EncodedWord(part.ToString());
    }

    private static string EncodedWord(string text) => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";

    private static string Fold(IEnumerable<string> words, int column)
    {
        var value = new StringBuilder();
        foreach (var word in words)
        {
            if (value.Length > 0)
            {
                var fits = column + 1 + word.Length <= LongestLine;
                value.Append(fits ? " " : "\r\n ");
                column = fits ? column + 1 : 1;
            }

            value.Append(word);
            column += word.Length;
        }

        return value.ToString();
    }
}
