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

/// <summary>The contents: a line a section, dots, the page, all of it a link. The section that holds it is left out.</summary>
internal sealed class ContentsLayout(StructureElement section, PageNumbers numbers)
{
    private const double Height = 15.5;

    /// <summary>A strip a line.</summary>
    public IEnumerable<Strip> Strips()
    {
        var contents = section.Add(StructureType.TOC);
        for (var i = 1; i < numbers.Sections.Count; i++)
        {
            var index = i;
            var link = contents.Add(StructureType.TOCI).Add(StructureType.Link);
            yield return new Strip(Height, (page, top) => Paint(page, top, index, link)) { KeepWithNext = i + 1 < numbers.Sections.Count };
        }
    }

    private void Paint(PdfPage page, double top, int index, StructureElement link)
    {
        var (target, number) = numbers[index];
        var style = Typography.Body;
        var baseline = Layout.Baseline(top, style);
        var name = new Text(Paper.Margin, baseline, numbers.Sections[index] + " ", style);
        var page0 = new Text(Paper.Margin + Paper.TextWidth, baseline, number.ToString(CultureInfo.InvariantCulture), style, Anchor.End);
        page.Artifact(() => page.Stroke(
            PdfPath.Line(name.X + name.Width + 6, baseline, page0.Left - 6, baseline),
            new PdfStroke(Palette.Muted.ForPdf(), 0.5, Dash: Dots)));
        page.Tagged(link, () =>
        {
            var surface = new PdfSurface(page, 0, 0);
            surface.Paint(name);
            surface.Paint(page0);
        });
        page.Link(link, Paper.Margin, top, Paper.TextWidth, Height, new PdfDestination(target, 0), numbers.Sections[index]);
    }

    private static readonly double[] Dots = [0.6, 2.6];
}
