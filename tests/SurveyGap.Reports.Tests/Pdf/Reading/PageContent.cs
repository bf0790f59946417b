using System.Numerics;
using System.Text;

namespace SurveyGap.Reports.Tests.Pdf.Reading;

/// <summary>A line of text on a page: where it starts, how far it reaches, in points from the top left corner.</summary>
public sealed record TextLine(string Text, double X, double Baseline, double Right, double Size, int? ContentId);

/// <summary>Walks through a page's operators: what is painted, where text stands, and to which marked content it belongs.</summary>
public sealed class PageContent
{
    private static readonly HashSet<string> Painting = ["f", "f*", "S", "s", "B", "b", "B*", "b*", "sh", "Do", "TJ", "Tj"];
    private readonly DictionaryValue fonts;
    private readonly Dictionary<string, PageFont> known = [];
    private readonly Stack<(Matrix3x2 Matrix, PageFont? Font, double Size, double Spacing)> saved = [];
    private (Matrix3x2 Matrix, PageFont? Font, double Size, double Spacing) state = (Matrix3x2.Identity, null, 0, 0);
    private Matrix3x2 textMatrix;
    private bool isMarked;
    private int? contentId;

    public PageContent(DictionaryValue page)
    {
        fonts = page.Dictionary("Resources")!.Dictionary("Font")!;
        Height = (double)page.Array("MediaBox")[3]!;
        Width = (double)page.Array("MediaBox")[2]!;
        var parser = new PdfParser(PdfFile.Content((StreamValue)page["Contents"]!), value => value);
        var operands = new List<object?>();
        while (!parser.AtEnd)
        {
            var value = parser.Read();
            if (value is not OperatorValue word)
            {
                operands.Add(value);
                continue;
            }
            Apply(word.Value, operands);
            operands.Clear();
        }
        if (isMarked || saved.Count > 0) throw new InvalidDataException("Marked content or a graphics state is left open.");
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>The numbers of the page's tagged content, in the order of painting.</summary>
    public List<int> ContentIds { get; } = [];

    /// <summary>Operators that paint outside of marked content.</summary>
    public List<string> Unmarked { get; } = [];

    public List<TextLine> Lines { get; } = [];

    private void Apply(string word, List<object?> operands)
    {
        if (Painting.Contains(word) && !isMarked) Unmarked.Add(word);
        switch (word)
        {
            case "BDC" or "BMC": Mark(operands); break;
            case "EMC": EndMark(); break;
            case "q": saved.Push(state); break;
            case "Q": state = saved.Pop(); break;
            case "cm": state.Matrix = Matrix(operands) * state.Matrix; break;
            case "Tf": (state.Font, state.Size) = (Font(((NameValue)operands[0]!).Value), (double)operands[1]!); break;
            case "Tc": state.Spacing = (double)operands[0]!; break;
            case "Tm": textMatrix = Matrix(operands); break;
            case "TJ": Show((List<object?>)operands[0]!); break;
            case "Tj" or "Td" or "T*" or "'" or "\"": throw new InvalidDataException($"The writer does not write {word}, so the reader does not know it.");
            default: break;
        }
    }

    private void Mark(List<object?> operands)
    {
        if (isMarked) throw new InvalidDataException("Marked content is nested.");
        isMarked = true;
        contentId = operands is [_, DictionaryValue properties] ? (int)properties.Number("MCID") : null;
        if (contentId is { } id) ContentIds.Add(id);
    }

    private void EndMark()
    {
        if (!isMarked) throw new InvalidDataException("Marked content ends that did not start.");
        (isMarked, contentId) = (false, null);
    }

    private void Show(List<object?> parts)
    {
        var text = new StringBuilder();
        var advance = 0.0;
        foreach (var part in parts)
        {
            if (part is double kerning) advance -= kerning / 1000 * state.Size;
            else if (part is byte[] codes)
            {
                for (var i = 0; i < codes.Length; i += 2)
                {
                    var (character, width) = state.Font!.Character(codes[i] << 8 | codes[i + 1]);
                    text.Append(character);
                    advance += width / 1000 * state.Size + state.Spacing;
                }
            }
        }
        var start = Vector2.Transform(Vector2.Zero, textMatrix * state.Matrix);
        var end = Vector2.Transform(new Vector2((float)advance, 0), textMatrix * state.Matrix);
        Lines.Add(new TextLine(text.ToString(), start.X, Height - start.Y, end.X, state.Size, contentId));
    }

    private PageFont Font(string name) =>
        known.TryGetValue(name, out var font) ? font : known[name] = new PageFont(fonts.Dictionary(name)!);

    private static Matrix3x2 Matrix(List<object?> o) => new(F(o[0]), F(o[1]), F(o[2]), F(o[3]), F(o[4]), F(o[5]));

    private static float F(object? number) => (float)(double)number!;
}
