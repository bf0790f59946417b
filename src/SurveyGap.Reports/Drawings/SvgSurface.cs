using System.Globalization;
using System.Text;

namespace SurveyGap.Reports.Drawings;

/// <summary>
/// Writes a drawing as SVG with real text. Only presentation attributes: the pages forbid inline styles.
/// Kerning is on in both surfaces (geometricPrecision switches it on here), so both are as wide as measured.
/// </summary>
public sealed class SvgSurface : ISurface
{
    private readonly StringBuilder _svg = new();

    private SvgSurface() { }

    /// <summary>The drawing as one svg element, to stand in a page or in a file of its own.</summary>
    public static string Write(Drawing drawing)
    {
        var surface = new SvgSurface();
        var (width, height) = (N(drawing.Width), N(drawing.Height));
        surface._svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="'Source Sans 3', 'Source Sans Pro', sans-serif" font-variant="no-common-ligatures" text-rendering="geometricPrecision">
            <title>{Escape(drawing.Title)}</title>
            <desc>{Escape(drawing.Description)}</desc>

            """);
        drawing.PaintOn(surface);
        return surface._svg.Append("</svg>\n").ToString();
    }

    /// <inheritdoc/>
    public void Paint(Line line) => Element(
        $"""<line x1="{N(line.X1)}" y1="{N(line.Y1)}" x2="{N(line.X2)}" y2="{N(line.Y2)}"{Outlined(line.Stroke)}/>""");

    /// <inheritdoc/>
    public void Paint(Box box) => Element(
        $"""<rect x="{N(box.X)}" y="{N(box.Y)}" width="{N(box.Width)}" height="{N(box.Height)}"{Filled(box.Fill)}{Outlined(box.Stroke)}/>""");

    /// <inheritdoc/>
    public void Paint(PathShape path) => Element(
        $"""<path d="{Steps(path.Outline)}"{Filled(path.Fill)}{Outlined(path.Stroke)}/>""");

    /// <inheritdoc/>
    public void Paint(Text text)
    {
        var weight = text.Style.Face switch { Face.SemiBold => " font-weight=\"600\"", Face.Bold => " font-weight=\"700\"", _ => "" };
        var slope = text.Style.Face == Face.Italic ? " font-style=\"italic\"" : "";
        var anchor = text.Anchor switch { Anchor.Middle => " text-anchor=\"middle\"", Anchor.End => " text-anchor=\"end\"", _ => "" };
        Element($"""<text x="{N(text.X)}" y="{N(text.Y)}" font-size="{N(text.Style.Size)}"{weight}{slope}{anchor} fill="{text.Style.Colour}">{Escape(Drawn(text.Content))}</text>""");
    }

    /// <inheritdoc/>
    public void Open(Group group) => Element($"<g><title>{Escape(group.Title)}</title>");

    /// <inheritdoc/>
    public void Close() => Element("</g>");

    private void Element(string markup) => _svg.Append(markup).Append('\n');

    private static string Filled(Colour? fill) => fill is { } colour ? $" fill=\"{colour}\"" : " fill=\"none\"";

    private static string Outlined(Stroke? stroke) => stroke is null
        ? ""
        : $" stroke=\"{stroke.Colour}\" stroke-width=\"{N(stroke.Width)}\""
            + (stroke.Dash is { } dash ? $" stroke-dasharray=\"{N(dash)}\"" : "");

    private static string Steps(Outline outline) => string.Concat(outline.Steps.Select(step => step.Kind switch
    {
        StepKind.Move => $"M{N(step.X)} {N(step.Y)}",
        StepKind.Line => $"L{N(step.X)} {N(step.Y)}",
        StepKind.Curve => $"C{N(step.X1)} {N(step.Y1)} {N(step.X2)} {N(step.Y2)} {N(step.X)} {N(step.Y)}",
        _ => "Z",
    }));

    private static string N(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    // Browsers hide every soft hyphen in SVG, also the one that a line was broken at.
    private static string Drawn(string text) => text is [.. var line, '\u00AD'] ? line + "-" : text.TrimEnd(' ');

    // Control characters are not allowed in XML, not even escaped; like half a surrogate pair they come as a replacement character.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                '\t' or '\n' or '\r' => escaped.Append(' '),
                < ' ' or 0xFFFE or 0xFFFF => escaped.Append('\uFFFD'),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }
}
