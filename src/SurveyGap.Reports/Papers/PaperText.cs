using System.Text.RegularExpressions;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Papers;

/// <summary>
/// The text of a paper, from templates/papers, in a few signs of Markdown: «# » begins a chapter, «## » a part, «- » an item
/// («- **Title** text»), «| a | b |» a row of a table whose first row is its head, «&gt; » a note, «![caption](name)» a picture,
/// an empty line ends a paragraph. A line that begins with «{?name}» stands only if the fact holds, with «{!name}» only if
/// not. Lines in a row that begin with «{*name}» stand together once for each thing of that kind, and may name its values.
/// «{name}» is a value; what stands in a value is never read as a sign.
/// </summary>
public sealed partial class PaperText(string text)
{
    private readonly string[] _lines = text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>The names of all values and conditions, for a test.</summary>
    public IEnumerable<string> Names => Name().Matches(string.Join('\n', _lines)).Select(match => match.Groups["name"].Value).Distinct();

    /// <summary>The kinds of things of which there may be any number, for a test.</summary>
    public IEnumerable<string> Kinds => _lines.Select(line => Repetition().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value).Distinct();

    internal IReadOnlyList<Section> Sections(PlainPaper paper)
    {
        List<Section> sections = [];
        var lines = Lines(paper.Facts).ToList();
        for (var start = lines.FindIndex(IsChapter); start >= 0;)
        {
            var end = lines.FindIndex(start + 1, IsChapter);
            var name = lines[start].Fill(2);
            sections.Add(new Section(name, [.. Opening(sections.Count, name, paper), .. Blocks(lines[(start + 1)..(end < 0 ? lines.Count : end)], paper)]));
            start = end;
        }

        return sections;
    }

    private IEnumerable<Line> Lines(PaperFacts facts)
    {
        for (var at = 0; at < _lines.Length;)
        {
            if (Repetition().Match(_lines[at]) is { Success: true } match)
            {
                var repeated = _lines.Skip(at).TakeWhile(line => line.StartsWith(match.Value, StringComparison.Ordinal)).ToList();
                foreach (var line in facts.Lists.GetValueOrDefault(match.Groups["name"].Value, []).SelectMany(thing => repeated.Select(line => new Line(line[match.Length..], facts.Values, thing))))
                    yield return line;
                at += repeated.Count;
            }
            else
            {
                if (Holds(_lines[at], facts))
                    yield return new Line(Condition().Replace(_lines[at], ""), facts.Values, null);
                at++;
            }
        }
    }

    private static bool IsChapter(Line line) => line.Text.StartsWith("# ", StringComparison.Ordinal);

    private static IEnumerable<Block> Opening(int index, string name, PlainPaper paper)
    {
        if (index == 0)
            yield return new Paragraph(paper.Client, Typography.Kicker) { KeepWithNext = true };
        yield return new Heading(1, name, Typography.Title) { Above = 2 };
    }

    private static IEnumerable<Block> Blocks(List<Line> lines, PlainPaper paper)
    {
        for (var at = 0; at < lines.Count;)
        {
            var kind = KindOf(lines[at].Text);
            var count = lines.Skip(at).TakeWhile((line, i) => KindOf(line.Text) == kind && (i == 0 || kind != Kind.Part)).Count();
            if (Block(kind, [.. lines.Skip(at).Take(count)], paper) is { } block)
                yield return block;
            at += count;
        }
    }

    private static Block? Block(Kind kind, IReadOnlyList<Line> lines, PlainPaper paper) => kind switch
    {
        Kind.Part => new Heading(2, lines[0].Fill(3), Typography.Heading) { Above = 18 },
        Kind.Item => new Listing([.. lines.Select(Item)], Numbered: false) { Above = 6 },
        Kind.Row => Table([.. lines.Select(line => line.Text.TrimEnd().Split('|')[1..^1].Select(cell => line.Fill(cell.Trim())).ToArray())]),
        Kind.Note => new Paragraph(string.Join(' ', lines.Select(line => line.Fill(2))), Typography.Note) { Above = 7 },
        Kind.Picture => new Pictures([.. lines.Select(line => Picture().Match(line.Text)).Select(match => new Picture(
            paper.Picture(match.Groups["name"].Value), match.Groups["caption"].Value, match.Groups["caption"].Value))])
        { Above = 12 },
        Kind.Text => new Paragraph(string.Join(' ', lines.Select(line => line.Fill(0))), Typography.Body) { Above = 6 },
        _ => null,
    };

    private static (string? Strong, string Text) Item(Line line) =>
        Strong().Match(line.Text[2..]) is { Success: true } match
            ? (line.Fill(match.Groups["strong"].Value), line.Fill(2 + match.Length))
            : (null, line.Fill(2));

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

    private sealed record Line(string Text, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string>? Own)
    {
        public string Fill(int from) => Fill(Text[from..]);

        public string Fill(string text) => Value().Replace(text, match => match.Groups["name"].Value is var name && Own?.TryGetValue(name, out var own) == true
            ? own
            : Values.TryGetValue(name, out var value) ? value : throw new FormatException($"The paper has no value for {match.Value}."));
    }

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

    [GeneratedRegex(@"^\{\*(?<name>[A-Za-z]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Repetition();

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Value();

    [GeneratedRegex(@"\{[?!]?(?<name>[A-Za-z]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\*\*(?<strong>[^*]+)\*\* ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Strong();

    [GeneratedRegex(@"^!\[(?<caption>[^\]]+)\]\((?<name>[a-z]+)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Picture();
}
