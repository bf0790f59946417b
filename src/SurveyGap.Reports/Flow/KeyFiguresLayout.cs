using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Pdf;

namespace SurveyGap.Reports.Flow;

/// <summary>Three large figures between rules, each with its sentence.</summary>
internal static class KeyFiguresLayout
{
    private const double Gap = 18;
    private const double Pad = 12;

    /// <summary>One strip: the figures stay side by side.</summary>
    public static Strip Of(KeyFigures figures, StructureElement section)
    {
        var width = (Paper.TextWidth - (Gap * (figures.Items.Count - 1))) / figures.Items.Count;
        var items = figures.Items.Select((item, i) => (
            item.Figure,
            Lines: LineBreaker.Break(item.Sentence, Typography.Body, width),
            Element: section.Add(StructureType.P),
            Left: Paper.Margin + (i * (width + Gap)))).ToList();
        var height = Pad + Typography.Figure.Leading + (items.Max(item => item.Lines.Count) * Typography.Body.Leading) + Pad;

        return new Strip(height, (page, top) =>
        {
            page.Artifact(() => Rules(page, top, height, items.Skip(1).Select(item => item.Left - (Gap / 2))));
            foreach (var item in items)
            {
                page.Tagged(item.Element, () =>
                {
                    var surface = new PdfSurface(page, 0, 0);
                    surface.Paint(new Text(item.Left, Layout.Baseline(top + Pad - 4, Typography.Figure), item.Figure + " ", Typography.Figure));
                    for (var i = 0; i < item.Lines.Count; i++)
                    {
                        var y = top + Pad + Typography.Figure.Leading + (i * Typography.Body.Leading);
                        surface.Paint(new Text(item.Left, Layout.Baseline(y, Typography.Body), item.Lines[i], Typography.Body));
                    }
                });
            }
        });
    }

    private static void Rules(PdfPage page, double top, double height, IEnumerable<double> between)
    {
        var ink = new PdfStroke(Palette.Ink.ForPdf(), 0.8);
        page.Stroke(PdfPath.Line(Paper.Margin, top, Paper.Margin + Paper.TextWidth, top), ink);
        var hairline = new PdfStroke(Palette.Hairline.ForPdf(), 0.8);
        page.Stroke(PdfPath.Line(Paper.Margin, top + height, Paper.Margin + Paper.TextWidth, top + height), hairline);
        foreach (var x in between)
            page.Stroke(PdfPath.Line(x, top + Pad, x, top + height - Pad), hairline);
    }
}
