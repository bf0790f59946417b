using System.Text.RegularExpressions;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Papers;

/// <summary>
/// The text of a paper, from templates/papers, in a few signs of Markdown: «# » begins a chapter, «## » a part, «- » an item
/// («- **Title** text»), «| a | b |» a row of a table whose first row is its head, «&gt; » a note, «![caption](name)» a picture,
/// an empty line ends a paragraph. A line that begins with «{?name}» stands only if the fact holds, with «{!name}» only if
/// not. «{name}» is a value; what stands in a value is never read as a sign.
/// </summary>
public sealed partial class PaperText(string text)
{
    private readonly string[] _lines = text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>The names of all values and conditions, for a test.</summary>
    public IEnumerable<string> Names => Name().Matches(string.Join('\n', _lines)).Select(match => match.Groups["name"].Value).Distinct();

    internal IReadOnlyList<Section> Sections(DraftPaper paper)
    {
        List<Section> sections = [];
        var lines = _lines.Where(line => Holds(line, paper.Facts)).Select(line => Condition().Replace(line, "")).ToList();
        for (var start = lines.FindIndex(IsChapter); start >= 0;)
        {
            var end = lines.FindIndex(start + 1, IsChapter);
            var name = Fill(lines[start][2..], paper.Facts);
            sections.Add(new Section(name, [.. Opening(sections.Count, name, paper), .. Blocks(lines[(start + 1)..(end < 0 ? lines.Count : end)], paper)]));
            start = end;
        }

        return sections;
    }

    private static bool IsChapter(string line) => line.StartsWith("# ", StringComparison.Ordinal);

    private static IEnumerable<Block> Opening(int index, string name, DraftPaper paper)
    {
        if (index == 0)
            yield return new Paragraph(paper.Client, Typography.Kicker) { KeepWithNext = true };
        yield return new Heading(1, name, Typography.Title) { Above = 2 };
    }

    private static IEnumerable<Block> Blocks(List<string> lines, DraftPaper paper)
    {
        for (var at = 0; at < lines.Count;)
        {
            var kind = KindOf(lines[at]);
            var count = lines.Skip(at).TakeWhile((line, i) => KindOf(line) == kind && (i == 0 || kind != Kind.Part)).Count();
            if (Block(kind, [.. lines.Skip(at).Take(count)], paper) is { } block)
                yield return block;
            at += count;
        }
    }

    private static Block? Block(Kind kind, IReadOnlyList<string> lines, DraftPaper paper) => kind switch
    {
        Kind.Part => new Heading(2, Fill(lines[0][3..], paper.Facts), Typography.Heading) { Above = 18 },
        Kind.Item => new Listing([.. lines.Select(line => Item(line[2..], paper.Facts))], Numbered: false) { Above = 6 },
        Kind.Row => Table([.. lines.Select(line => line.TrimEnd().Split('|')[1..^1].Select(cell => Fill(cell.Trim(), paper.Facts)).ToArray())]),
        Kind.Note => new Paragraph(Fill(string.Join(' ', lines.Select(line => line[2..])), paper.Facts), Typography.Note) { Above = 7 },
        Kind.Picture => new Pictures([.. lines.Select(line => Picture().Match(line)).Select(match => new Picture(
            paper.Picture(match.Groups["name"].Value), match.Groups["caption"].Value, match.Groups["caption"].Value))])
        { Above = 12 },
        Kind.Text => new Paragraph(Fill(string.Join(' ', lines), paper.Facts), Typography.Body) { Above = 6 },
        _ => null,
    };

    private static (string? Strong, string Text) Item(string line, PaperFacts facts) =>
        Strong().Match(line) is { Success: true } match
            ? (Fill(match.Groups["strong"].Value, facts), Fill(line[match.Length..], facts))
            : (null, Fill(line, facts));

    // The first column names what the others say.
    private static Table Table(List<string[]> rows)
    {
        var first = rows[0].Length == 2 ? 0.3 : 0.26;
        return new Table(
            [.. rows[0].Select((head, i) => new Column(head, Paper.TextWidth * (i == 0 ? first : (1 - first) / (rows[0].Length - 1))))],
            [.. rows.Skip(1).Select(row => new Row([.. row.Select(cell => new Cell(cell))]))])
        { Above = 8 };
    }

    private static Kind KindOf(string line) => line switch
    {
        ['#', '#', ' ', ..] => Kind.Part,
        ['-', ' ', ..] => Kind.Item,
        ['|', ..] => Kind.Row,
        ['>', ' ', ..] => Kind.Note,
        ['!', '[', ..] => Kind.Picture,
        _ => line.Length == 0 ? Kind.Nothing : Kind.Text,
    };

    private static bool Holds(string line, PaperFacts facts) =>
        Condition().Match(line) is not { Success: true } match
        || facts.Conditions.Contains(match.Groups["name"].Value) == (match.Groups["sign"].Value == "?");

    private static string Fill(string text, PaperFacts facts) => Value().Replace(text, match => facts.Values.TryGetValue(match.Groups["name"].Value, out var value)
        ? value
        : throw new FormatException($"The paper has no value for {match.Value}."));

    private enum Kind
    {
        Nothing,
        Text,
        Part,
        Item,
        Row,
        Note,
        Picture,
    }

    [GeneratedRegex(@"^\{(?<sign>[?!])(?<name>[A-Za-z]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Value();

    [GeneratedRegex(@"\{[?!]?(?<name>[A-Za-z]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\*\*(?<strong>[^*]+)\*\* ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Strong();

    [GeneratedRegex(@"^!\[(?<caption>[^\]]+)\]\((?<name>[a-z]+)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Picture();
}
