using System.Diagnostics.CodeAnalysis;
using System.Globalization;
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

    /// <summary>Whether somebody reads anything there.</summary>
    public static bool IsVisible([NotNullWhen(true)] string? text)
    {
        if (text is null)
            return false;
        foreach (var rune in text.AsSpan().EnumerateRunes())
        {
            if (IsVisible(rune))
                return true;
        }

        return false;
    }

    /// <summary>Whether this can stand for a study, a wave, a person: something that is seen, and not too long.</summary>
    public static bool IsName([NotNullWhen(true)] string? text, int longest) => IsVisible(text) && text.Trim().Length <= longest;

    // Letters and a symbol that are drawn as nothing: the fillers of Hangul, the empty pattern of Braille.
    private static readonly int[] Empty = [0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0];

    private static bool IsVisible(Rune rune) => !Empty.Contains(rune.Value) && Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);
}
