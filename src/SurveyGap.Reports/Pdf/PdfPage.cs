using SurveyGap.Reports.Pdf.Images;
using SurveyGap.Reports.Pdf.TrueType;
using SurveyGap.Reports.Pdf.Writing;

namespace SurveyGap.Reports.Pdf;

/// <summary>
/// A page to paint on, in points from its top left corner, y downwards. All painting happens within <see cref="Tagged"/> or
/// <see cref="Artifact"/>, so that no content is lost to assistive technology by oversight.
/// </summary>
public sealed class PdfPage
{
    private readonly PdfResources resources;
    private readonly ContentStream content;
    private bool marking;

    internal PdfPage(double width, double height, PdfResources resources)
    {
        (Width, Height, this.resources, content) = (width, height, resources, new ContentStream(resources));
        content.Operators.Write($"1 0 0 -1 0 {height} cm\n");
    }

    /// <summary>The width in points.</summary>
    public double Width { get; }

    /// <summary>The height in points.</summary>
    public double Height { get; }

    internal Reference Reference { get; set; }
    internal List<StructureElement> Marked { get; } = [];
    internal List<PdfLink> Links { get; } = [];
    internal ReadOnlySpan<byte> Operators => content.Operators.Written;

    /// <summary>Paints content that belongs to an element of the structure. An element may have content in several places and pages.</summary>
    /// <exception cref="InvalidOperationException">Within other marked content, or the graphics state is not restored.</exception>
    public void Tagged(StructureElement element, Action paint)
    {
        element.Kids.Add(new StructureKid(null, this, Marked.Count));
        content.Operators.Write($"/{element.Type.ToString()} <</MCID {Marked.Count}>> BDC\n");
        Marked.Add(element);
        Paint(paint);
    }

    /// <summary>Paints what is no content: rules, backgrounds, page numbers, repeated table headers.</summary>
    /// <exception cref="InvalidOperationException">Within other marked content, or the graphics state is not restored.</exception>
    public void Artifact(Action paint)
    {
        content.Operators.Write("/Artifact BMC\n");
        Paint(paint);
    }

    /// <summary>Fills an outline; overlapping parts unite.</summary>
    public void Fill(PdfPath path, PdfColor color)
    {
        Require();
        content.FillWith(color);
        content.Operators.Write(path.Operators.Written);
        content.Operators.Write("f\n");
    }

    /// <summary>Fills an outline with a gradient.</summary>
    public void Fill(PdfPath path, PdfGradient gradient)
    {
        Save();
        Clip(path);
        content.FillOpaque();
        content.Operators.Write($"/{resources.Gradient(gradient)} sh\n");
        Restore();
    }

    /// <summary>Draws a line along an outline.</summary>
    public void Stroke(PdfPath path, PdfStroke stroke)
    {
        Require();
        content.StrokeWith(stroke);
        content.Operators.Write(path.Operators.Written);
        content.Operators.Write("S\n");
    }

    /// <summary>Writes one line of text with kerning.</summary>
    /// <param name="font">Embedded with just the glyphs that are used.</param>
    /// <param name="size">In points.</param>
    /// <param name="color">Its colour.</param>
    /// <param name="x">The left end.</param>
    /// <param name="baseline">The line on which letters stand.</param>
    /// <param name="text">
    /// End each line of a paragraph with the space at which it was broken: it is invisible, and keeps words apart for whoever
    /// reads the text. A word broken by hyphenation ends with a soft hyphen, which is drawn as a hyphen there.
    /// </param>
    /// <param name="letterSpacing">In points.</param>
    public void Text(TrueTypeFont font, double size, PdfColor color, double x, double baseline, ReadOnlySpan<char> text, double letterSpacing = 0)
    {
        Require();
        content.FillWith(color);
        content.Text(font, size, letterSpacing, x, baseline, text);
    }

    /// <summary>Paints a picture into a rectangle.</summary>
    public void Image(PdfImage image, double x, double y, double width, double height)
    {
        Require();
        content.FillOpaque();
        content.Operators.Write($"q {width} 0 0 {-height} {x} {y + height} cm /{resources.Image(image)} Do Q\n");
    }

    /// <summary>Saves the graphics state (clip and transformation); to be restored within the same marked content.</summary>
    public void Save()
    {
        Require();
        content.Save();
    }

    /// <summary>Brings back the graphics state that was saved last.</summary>
    public void Restore() => content.Restore();

    /// <summary>From here to <see cref="Restore"/> only the inside of the outline is painted.</summary>
    public void Clip(PdfPath path)
    {
        Require();
        content.Operators.Write(path.Operators.Written);
        content.Operators.Write("W n\n");
    }

    /// <summary>From here to <see cref="Restore"/> the point (x, y) is painted at (a·x + c·y + e, b·x + d·y + f).</summary>
    public void Transform(double a, double b, double c, double d, double e, double f)
    {
        Require();
        content.Operators.Write($"{a} {b} {c} {d} {e} {f} cm\n");
    }

    /// <summary>Makes an area a link to a place in the document. Transformations do not move it.</summary>
    /// <param name="element">A Link of the structure, which holds the link's text as well.</param>
    /// <param name="x">The area.</param>
    /// <param name="y">The area.</param>
    /// <param name="width">The area.</param>
    /// <param name="height">The area.</param>
    /// <param name="target">Where it leads.</param>
    /// <param name="description">What a screen reader says of it.</param>
    public void Link(StructureElement element, double x, double y, double width, double height, PdfDestination target, string description) =>
        Add(new PdfLink(element, this, x, y, width, height, target, null, description));

    /// <summary>Makes an area a link to an address: http, https or mailto.</summary>
    /// <inheritdoc cref="Link(StructureElement, double, double, double, double, PdfDestination, string)"/>
    /// <exception cref="ArgumentException">The address has another scheme.</exception>
    public void Link(StructureElement element, double x, double y, double width, double height, Uri target, string description)
    {
        if (!target.IsAbsoluteUri || target.Scheme is not ("http" or "https" or "mailto"))
            throw new ArgumentException("A link leads to http, https or mailto.", nameof(target));
        Add(new PdfLink(element, this, x, y, width, height, null, target, description));
    }

    private void Add(PdfLink link)
    {
        if (link.Element.Type != StructureType.Link) throw new ArgumentException("A link's area belongs to a Link of the structure.", nameof(link));
        link.Element.Kids.Add(new StructureKid(null, this, 0, link));
        Links.Add(link);
    }

    private void Paint(Action paint)
    {
        if (marking) throw new InvalidOperationException("Marked content does not nest: end one element before the next.");
        marking = true;
        var depth = content.Depth;
        paint();
        if (content.Depth != depth) throw new InvalidOperationException("The graphics state is to be restored within the same marked content.");
        marking = false;
        content.Operators.Write("EMC\n");
    }

    private void Require()
    {
        if (!marking) throw new InvalidOperationException("Paint within Tagged or Artifact.");
    }
}
