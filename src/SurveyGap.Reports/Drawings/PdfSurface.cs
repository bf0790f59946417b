using SurveyGap.Reports.Pdf;

namespace SurveyGap.Reports.Drawings;

/// <summary>Paints a drawing as vectors into a page; its alternative text belongs to the figure that the caller has opened.</summary>
/// <param name="page">The page.</param>
/// <param name="left">Where the drawing's left edge lies, in points.</param>
/// <param name="top">Where its top edge lies, in points.</param>
public sealed class PdfSurface(PdfPage page, double left, double top) : ISurface
{
    /// <inheritdoc/>
    public void Paint(Line line) =>
        page.Stroke(PdfPath.Line(left + line.X1, top + line.Y1, left + line.X2, top + line.Y2), Pen(line.Stroke));

    /// <inheritdoc/>
    public void Paint(Box box) => Paint(PdfPath.Rectangle(left + box.X, top + box.Y, box.Width, box.Height), box.Fill, box.Stroke);

    /// <inheritdoc/>
    public void Paint(PathShape path)
    {
        var outline = new PdfPath();
        foreach (var step in path.Outline.Steps)
        {
            _ = step.Kind switch
            {
                StepKind.Move => outline.MoveTo(left + step.X, top + step.Y),
                StepKind.Line => outline.LineTo(left + step.X, top + step.Y),
                StepKind.Curve => outline.CurveTo(
                    left + step.X1, top + step.Y1, left + step.X2, top + step.Y2, left + step.X, top + step.Y),
                _ => outline.Close(),
            };
        }

        Paint(outline, path.Fill, path.Stroke);
    }

    /// <inheritdoc/>
    public void Paint(Text text) => page.Text(
        text.Style.Font, text.Style.Size, text.Style.Colour.ForPdf(), left + text.Left, top + text.Y, text.Content);

    /// <summary>Groups are for tooltips on the screen; paper has none.</summary>
    public void Open(Group group) { }

    /// <inheritdoc/>
    public void Close() { }

    private void Paint(PdfPath path, Colour? fill, Stroke? stroke)
    {
        if (fill is { } colour)
            page.Fill(path, colour.ForPdf());
        if (stroke is not null)
            page.Stroke(path, Pen(stroke));
    }

    private static PdfStroke Pen(Stroke stroke) =>
        new(stroke.Colour.ForPdf(), stroke.Width, Dash: stroke.Dash is { } dash ? [dash, dash] : null);
}

/// <summary>Colours as the PDF writer takes them.</summary>
internal static class PdfColours
{
    /// <summary>The same colour, opaque.</summary>
    public static PdfColor ForPdf(this Colour colour) => new(colour.Red, colour.Green, colour.Blue);
}
