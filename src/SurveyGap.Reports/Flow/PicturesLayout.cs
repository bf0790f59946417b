using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Pdf;

namespace SurveyGap.Reports.Flow;

/// <summary>Pictures side by side in columns of one width, each in a thin frame, with its caption below.</summary>
internal static class PicturesLayout
{
    private const double Gap = 18;

    // As high as a telephone's screen, measured by its width.
    private const double Tall = 1.5;

    public static Strip Of(Pictures pictures, StructureElement section)
    {
        // Three tall ones or two others share the width; fewer are no wider.
        var columns = pictures.Items.All(item => item.Image.Height > Tall * item.Image.Width) ? 3 : 2;
        var width = (Paper.TextWidth - (Gap * (columns - 1))) / columns;
        var items = pictures.Items.Select((item, i) =>
        {
            var figure = section.Add(StructureType.Figure);
            figure.AlternativeText = item.AlternativeText;
            return (
                item.Image, Figure: figure, Caption: section.Add(StructureType.P), Left: Paper.Margin + (i * (width + Gap)),
                Height: item.Image.Height * width / item.Image.Width, Lines: LineBreaker.Break(item.Caption, Typography.Note, width));
        }).ToList();
        var height = items.Max(item => item.Height + 4 + (item.Lines.Count * Typography.Note.Leading));

        return new Strip(height, (page, top) =>
        {
            foreach (var item in items)
            {
                item.Figure.PlaceOn(page, item.Left, top, width, item.Height);
                page.Tagged(item.Figure, () => page.Image(item.Image, item.Left, top, width, item.Height));
                page.Artifact(() => page.Stroke(PdfPath.Rectangle(item.Left, top, width, item.Height), new PdfStroke(Palette.Hairline.ForPdf(), 0.8)));
                page.Tagged(item.Caption, () =>
                {
                    var surface = new PdfSurface(page, 0, 0);
                    for (var i = 0; i < item.Lines.Count; i++)
                    {
                        var y = top + item.Height + 4 + (i * Typography.Note.Leading);
                        surface.Paint(new Text(item.Left, Layout.Baseline(y, Typography.Note), item.Lines[i] + " ", Typography.Note));
                    }
                });
            }
        });
    }
}
