using System.Globalization;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Pdf;

namespace SurveyGap.Reports.Flow;

/// <summary>Where each section begins; filled once all pages are known, and read while they are painted.</summary>
internal sealed class PageNumbers(IReadOnlyList<string> sections)
{
    private readonly (PdfPage Page, int Number)[] _first = new (PdfPage, int)[sections.Count];

    /// <summary>The sections' names.</summary>
    public IReadOnlyList<string> Sections => sections;

    /// <summary>The first page of a section, and its number.</summary>
    public (PdfPage Page, int Number) this[int section]
    {
        get => _first[section];
        set => _first[section] = value;
    }
}

/// <summary>The contents in two columns: name, dots, page, all of it a link. The section that holds it is left out.</summary>
internal sealed class ContentsLayout(StructureElement section, PageNumbers numbers)
{
    private const double Height = 15.5;
    private const double Gap = 24;
    private const double Width = (Paper.TextWidth - Gap) / 2;

    private static readonly double[] Dots = [0.6, 2.6];

    /// <summary>A strip a line: two entries.</summary>
    public IEnumerable<Strip> Strips()
    {
        var contents = section.Add(StructureType.TOC);
        var entries = Enumerable.Range(1, numbers.Sections.Count - 1)
            .Select(index => (Index: index, Link: contents.Add(StructureType.TOCI).Add(StructureType.Link))).ToList();
        var lines = (entries.Count + 1) / 2;
        for (var i = 0; i < lines; i++)
        {
            var left = entries[i];
            var right = i + lines < entries.Count ? entries[i + lines] : default;
            yield return new Strip(Height, (page, top) =>
            {
                Paint(page, Paper.Margin, top, left.Index, left.Link);
                if (right.Link is not null)
                    Paint(page, Paper.Margin + Width + Gap, top, right.Index, right.Link);
            })
            { KeepWithNext = i + 1 < lines };
        }
    }

    private void Paint(PdfPage page, double x, double top, int index, StructureElement link)
    {
        var (target, number) = numbers[index];
        var style = Typography.Body;
        var baseline = Layout.Baseline(top, style);
        var name = new Text(x, baseline, LineBreaker.Fit(numbers.Sections[index], style, Width - 30) + " ", style);
        var at = new Text(x + Width, baseline, number.ToString(CultureInfo.InvariantCulture) + " ", style, Anchor.End);
        page.Artifact(() => page.Stroke(
            PdfPath.Line(name.X + name.Width + 6, baseline, at.Left - 6, baseline), new PdfStroke(Palette.Muted.ForPdf(), 0.5, Dash: Dots)));
        page.Tagged(link, () =>
        {
            var surface = new PdfSurface(page, 0, 0);
            surface.Paint(name);
            surface.Paint(at);
        });
        page.Link(link, x, top, Width, Height, new PdfDestination(target, 0), numbers.Sections[index]);
    }
}
