using System.Text;

namespace SurveyGap.Web.Features.Shared;

/// <summary>
/// What somebody wrote, without what nobody writes: control characters other than line ends and tabs, and halves of characters.
/// PostgreSQL refuses some of them, and a ballot that it refuses would keep its wave from closing.
/// </summary>
public static class PlainText
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        // Half a character is read as the replacement character, and so goes with it.
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && rune != Rune.ReplacementChar))
                plain.Append(rune);
        }

        return plain.ToString();
    }
}
