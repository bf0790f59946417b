using System.Text;

namespace SurveyGap.Reports.Drawings;

/// <summary>
/// Breaks a text into lines: at spaces, behind hyphens and slashes, at soft hyphens, and inside a word only where it is wider
/// than the line. Addresses never get a hyphen. A line that was broken at a space ends with it, one that was broken in a word
/// ends with a soft hyphen (which is drawn there, and not read): so the text can be read back from the lines.
/// </summary>
public static class LineBreaker
{
    // A line that is this full at a space does not need a hyphen to be fuller.
    private const double FullEnough = 0.72;
    private const string Ellipsis = "…";
    private const char SoftHyphen = '\u00AD';

    /// <summary>The lines of a text that are at most so wide; a line feed in the text begins a new one.</summary>
    public static IReadOnlyList<string> Break(string text, TextStyle style, double width)
    {
        List<string> lines = [];
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
            BreakOne(paragraph, style, width, lines);
        return lines;
    }

    /// <summary>The lines of a text, at most so many; what is left out is shown by «…».</summary>
    public static IReadOnlyList<string> Break(string text, TextStyle style, double width, int most)
    {
        var lines = Break(text, style, width);
        if (lines.Count <= most)
            return lines;

        var last = lines[most - 1].TrimEnd(' ', '-', SoftHyphen);
        while (last.Length > 0 && style.Measure(last + Ellipsis) > width)
            last = last[..^1].TrimEnd();
        return [.. lines.Take(most - 1), last + Ellipsis];
    }

    /// <summary>One line that is at most so wide; letters that are left out are shown by «…».</summary>
    public static string Fit(string text, TextStyle style, double width)
    {
        text = text.Replace("\u00AD", "", StringComparison.Ordinal);
        if (style.Measure(text) <= width)
            return text;
        while (text.Length > 0 && style.Measure(text + Ellipsis) > width)
            text = text[..^1].TrimEnd();
        return text + Ellipsis;
    }

    /// <summary>Lines of about the same width, and not more than needed: for titles.</summary>
    public static IReadOnlyList<string> Balance(string text, TextStyle style, double width, int most = int.MaxValue)
    {
        var needed = Break(text, style, width);
        if (needed.Count == 1)
            return needed;
        if (needed.Count > most)
            return Break(text, style, width, most);

        var (low, high) = (width / needed.Count, width);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            var lines = Break(text, style, middle);
            // A narrower title must not hyphenate what was whole.
            if (lines.Count <= needed.Count && Hyphens(lines) <= Hyphens(needed))
                high = middle;
            else
                low = middle;
        }

        return Break(text, style, high);
    }

    private static int Hyphens(IReadOnlyList<string> lines) => lines.Count(line => line.EndsWith(SoftHyphen));

    private static void BreakOne(string text, TextStyle style, double width, List<string> lines)
    {
        var atoms = Atom.Of(text, style, width);
        if (atoms.Count == 0)
            lines.Add("");

        var space = style.Measure(" ");
        var hyphen = style.Measure("-");
        StringBuilder line = new();
        for (var start = 0; start < atoms.Count;)
        {
            var end = EndOfLine(atoms, start, width, space, hyphen);
            line.Clear().Append(atoms[start].Text);
            for (var i = start + 1; i < end; i++)
                line.Append(atoms[i].AfterSpace ? " " : "").Append(atoms[i].Text);
            if (end < atoms.Count && atoms[end - 1].Soft)
                line.Append(SoftHyphen);
            else if (end < atoms.Count && atoms[end].AfterSpace)
                line.Append(' ');
            lines.Add(line.ToString());
            start = end;
        }
    }

    private static int EndOfLine(List<Atom> atoms, int start, double width, double space, double hyphen)
    {
        var (used, best, bestAtSpace, usedAtSpace) = (0.0, start + 1, -1, 0.0);
        for (var i = start; i < atoms.Count; i++)
        {
            used += atoms[i].Width + (i > start && atoms[i].AfterSpace ? space : 0);
            if (used > width)
                break;
            if (i + 1 == atoms.Count)
                return atoms.Count;
            if (atoms[i].Soft && used + hyphen > width)
                continue;
            best = i + 1;
            if (!atoms[i].Soft)
                (bestAtSpace, usedAtSpace) = (i + 1, used);
        }

        return bestAtSpace > 0 && usedAtSpace >= width * FullEnough ? bestAtSpace : best;
    }
}
