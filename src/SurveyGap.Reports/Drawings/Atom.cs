namespace SurveyGap.Reports.Drawings;

/// <summary>A piece of text that no line break divides.</summary>
/// <param name="Text">The letters.</param>
/// <param name="AfterSpace">Whether a space precedes it, if both stand on one line.</param>
/// <param name="Soft">Whether a hyphen has to be written if the line ends behind it.</param>
/// <param name="Width">Its width in units.</param>
internal sealed record Atom(string Text, bool AfterSpace, bool Soft, double Width)
{
    private const char SoftHyphen = '\u00AD';

    /// <summary>The pieces of a text; none is wider than the line, unless a single letter is.</summary>
    public static List<Atom> Of(string text, TextStyle style, double lineWidth)
    {
        List<Atom> atoms = [];
        foreach (var word in text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var first = true;
            foreach (var (piece, soft) in Pieces(word))
            {
                var width = style.Measure(piece);
                if (width <= lineWidth)
                {
                    Add(piece, soft, width, ref first);
                    continue;
                }

                foreach (var (part, hyphenated) in Fitting(piece, style, lineWidth, IsAddress(word)))
                    Add(part, soft || hyphenated, style.Measure(part), ref first);
            }
        }

        return atoms;

        void Add(string part, bool soft, double width, ref bool first)
        {
            atoms.Add(new Atom(part, first && atoms.Count > 0, soft, width));
            first = false;
        }
    }

    private static bool IsAddress(string word) =>
        word.Contains("://", StringComparison.Ordinal) || word.Contains('@', StringComparison.Ordinal)
        || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    // Behind a soft hyphen (which goes), and behind - and / (which stay) in the middle of a word; but no letter stays alone, as in «t-Test».
    private static IEnumerable<(string Piece, bool Soft)> Pieces(string word)
    {
        var start = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var soft = word[i] == SoftHyphen;
            var middle = i > 1 && i + 1 < word.Length && char.IsLetterOrDigit(word[i - 1]) && char.IsLetterOrDigit(word[i - 2]) && char.IsLetter(word[i + 1]);
            if (!soft && !(word[i] is '-' or '/' && middle))
                continue;

            var end = soft ? i : i + 1;
            if (end > start)
                yield return (word[start..end], soft && i + 1 < word.Length);
            start = i + 1;
        }

        if (start < word.Length)
            yield return (word[start..], false);
    }

    private static IEnumerable<(string Part, bool Hyphenated)> Fitting(string piece, TextStyle style, double width, bool address)
    {
        var rest = piece;
        while (rest.Length > 1 && style.Measure(rest) > width)
        {
            var end = address ? 0 : Hyphenation.Points(rest).LastOrDefault(point => style.Measure(rest[..point] + "-") <= width);
            var hyphenated = end > 0;
            if (!hyphenated)
            {
                end = rest.Length - 1;
                while (end > 1 && style.Measure(rest[..end]) > width)
                    end--;
                if (char.IsHighSurrogate(rest[end - 1]) && end > 1)
                    end--;
            }

            yield return (rest[..end], hyphenated);
            rest = rest[end..];
        }

        yield return (rest, false);
    }
}
