using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Pdf;

namespace SurveyGap.Reports.Flow;

/// <summary>
/// Turns blocks into strips, and hangs their structure under a section's element. Nothing is painted yet: pages are numbered
/// when all of them are known.
/// </summary>
internal sealed class Layout(StructureElement section, PageNumbers numbers)
{
    private readonly List<Strip> _strips = [];

    /// <summary>The strips of a section's blocks.</summary>
    public static IReadOnlyList<Strip> Of(Section content, StructureElement section, PageNumbers numbers)
    {
        var layout = new Layout(section, numbers);
        for (var i = 0; i < content.Blocks.Count; i++)
        {
            // A note explains what stands above it, and never stands alone on a page.
            var noted = i + 1 < content.Blocks.Count && content.Blocks[i + 1] is Paragraph { Style: var style } && style == Typography.Note;
            layout.Add(noted ? content.Blocks[i] with { KeepWithNext = true } : content.Blocks[i]);
        }

        return layout._strips;
    }

    private void Add(Block block)
    {
        var first = _strips.Count;
        switch (block)
        {
            case Heading heading:
                Add(heading);
                break;
            case Paragraph paragraph:
                Add(paragraph);
                break;
            case Listing listing:
                Add(listing);
                break;
            case KeyFigures figures:
                _strips.Add(KeyFiguresLayout.Of(figures, section));
                break;
            case Figure figure:
                Add(figure);
                break;
            case Pictures pictures:
                _strips.Add(PicturesLayout.Of(pictures, section));
                break;
            case Table table:
                _strips.AddRange(new TableLayout(table, section.Add(StructureType.Table)).Strips());
                break;
            case Contents:
                _strips.AddRange(new ContentsLayout(section, numbers).Strips());
                break;
            case PageBreak:
                // Higher than any rest of a page, and nothing at its top.
                _strips.Add(new Strip(0, (_, _) => { }) { Above = Paper.Height });
                break;
            default:
                throw new InvalidOperationException($"No layout for {block.GetType().Name}.");
        }

        if (_strips.Count == first)
            return;
        if (block is not PageBreak)
            _strips[first] = _strips[first] with { Above = block.Above };
        if (block.KeepWithNext)
            _strips[^1] = _strips[^1] with { KeepWithNext = true };
    }

    private void Add(Heading heading)
    {
        var element = section.Add(heading.Level switch { 1 => StructureType.H1, 2 => StructureType.H2, _ => StructureType.H3 });
        foreach (var line in LineBreaker.Balance(heading.Text, heading.Style, Paper.TextWidth))
            _strips.Add(Line(line, heading.Style, element, Paper.Margin) with { KeepWithNext = true });
    }

    private void Add(Paragraph paragraph)
    {
        var element = section.Add(StructureType.P);
        element.Language = paragraph.Language;
        var left = Paper.Margin + paragraph.Indent;
        var lines = LineBreaker.Break(paragraph.Text, paragraph.Style, Paper.TextWidth - paragraph.Indent);
        _strips.AddRange(lines.Select((line, i) =>
            Line(line, paragraph.Style, element, left, paragraph.Bar) with { KeepWithNext = Together(i, lines.Count) }));
    }

    private void Add(Listing listing)
    {
        const double Indent = 18;
        var list = section.Add(StructureType.L);
        list.Numbering = listing.Numbered ? ListNumbering.Decimal : ListNumbering.Disc;
        for (var i = 0; i < listing.Items.Count; i++)
        {
            var item = list.Add(StructureType.LI);
            var label = item.Add(StructureType.Lbl);
            var body = item.Add(StructureType.LBody);
            var (strong, text) = listing.Items[i];
            List<(string Line, TextStyle Style)> lines = [];
            if (strong is not null)
                lines.AddRange(LineBreaker.Break(strong, Typography.Minor, Paper.TextWidth - Indent).Select(line => (line + " ", Typography.Minor)));
            lines.AddRange(LineBreaker.Break(text, Typography.Body, Paper.TextWidth - Indent).Select(line => (line, Typography.Body)));

            var mark = listing.Numbered ? (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : "–";
            for (var j = 0; j < lines.Count; j++)
            {
                var strip = Line(lines[j].Line, lines[j].Style, body, Paper.Margin + Indent);
                if (j == 0)
                    strip = WithLabel(strip, mark, label);
                _strips.Add(strip with { Above = j == 0 && i > 0 ? 5 : 0, KeepWithNext = strong is not null && j == 0 || Together(j, lines.Count) });
            }
        }
    }

    private static Strip WithLabel(Strip strip, string mark, StructureElement label)
    {
        var style = Typography.Minor.In(Palette.Accent);
        return strip with
        {
            Paint = (page, top) =>
            {
                page.Tagged(label, () => page.Text(style.Font, style.Size, style.Colour.ForPdf(), Paper.Margin, Baseline(top, style), mark + " "));
                strip.Paint(page, top);
            },
        };
    }

    private void Add(Figure figure)
    {
        var element = section.Add(StructureType.Figure);
        element.AlternativeText = figure.Drawing.Description;
        _strips.Add(new Strip(figure.Drawing.Height, (page, top) =>
        {
            element.PlaceOn(page, Paper.Margin, top, figure.Drawing.Width, figure.Drawing.Height);
            page.Tagged(element, () => figure.Drawing.PaintOn(new PdfSurface(page, Paper.Margin, top)));
        }));
    }

    /// <summary>The first two and the last two lines of a paragraph stay together.</summary>
    private static bool Together(int line, int count) => line + 1 < count && (line == 0 || line == count - 2);

    /// <summary>Where the letters stand in a line that begins at a height.</summary>
    internal static double Baseline(double top, TextStyle style) => top + ((style.Leading - style.Size) / 2) + (style.Size * 0.79);

    private static Strip Line(string line, TextStyle style, StructureElement element, double left, Colour? bar = null) =>
        new(style.Leading, (page, top) =>
        {
            if (bar is { } colour)
                page.Artifact(() => page.Fill(PdfPath.Rectangle(Paper.Margin, top, 2, style.Leading), colour.ForPdf()));
            page.Tagged(element, () => page.Text(style.Font, style.Size, style.Colour.ForPdf(), left, Baseline(top, style), line));
        });
}
