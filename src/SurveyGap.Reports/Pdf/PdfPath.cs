using SurveyGap.Reports.Pdf.Writing;

namespace SurveyGap.Reports.Pdf;

/// <summary>An outline of lines and curves, to be filled, stroked or clipped to. In points from the page's top left corner.</summary>
public sealed class PdfPath
{
    private const double CircleByCurves = 0.5522847498;

    internal PdfBuffer Operators { get; } = new(64);

    /// <summary>A straight line.</summary>
    public static PdfPath Line(double x1, double y1, double x2, double y2) => new PdfPath().MoveTo(x1, y1).LineTo(x2, y2);

    /// <summary>A rectangle.</summary>
    public static PdfPath Rectangle(double x, double y, double width, double height)
    {
        var path = new PdfPath();
        path.Operators.Write($"{x} {y} {width} {height} re\n");
        return path;
    }

    /// <summary>A rectangle with rounded corners.</summary>
    public static PdfPath RoundedRectangle(double x, double y, double width, double height, double radius)
    {
        var r = Math.Min(radius, Math.Min(width, height) / 2);
        var c = r * (1 - CircleByCurves);
        double right = x + width, bottom = y + height;
        return new PdfPath()
            .MoveTo(x + r, y)
            .LineTo(right - r, y).CurveTo(right - c, y, right, y + c, right, y + r)
            .LineTo(right, bottom - r).CurveTo(right, bottom - c, right - c, bottom, right - r, bottom)
            .LineTo(x + r, bottom).CurveTo(x + c, bottom, x, bottom - c, x, bottom - r)
            .LineTo(x, y + r).CurveTo(x, y + c, x + c, y, x + r, y)
            .Close();
    }

    /// <summary>A circle.</summary>
    public static PdfPath Circle(double centreX, double centreY, double radius) =>
        RoundedRectangle(centreX - radius, centreY - radius, 2 * radius, 2 * radius, radius);

    /// <summary>Starts a new part of the outline.</summary>
    public PdfPath MoveTo(double x, double y)
    {
        Operators.Write($"{x} {y} m\n");
        return this;
    }

    /// <summary>A straight line from where the outline stands.</summary>
    public PdfPath LineTo(double x, double y)
    {
        Operators.Write($"{x} {y} l\n");
        return this;
    }

    /// <summary>A Bézier curve from where the outline stands, with its two control points.</summary>
    public PdfPath CurveTo(double x1, double y1, double x2, double y2, double x, double y)
    {
        Operators.Write($"{x1} {y1} {x2} {y2} {x} {y} c\n");
        return this;
    }

    /// <summary>Back to where this part of the outline started.</summary>
    public PdfPath Close()
    {
        Operators.Write("h\n");
        return this;
    }
}
