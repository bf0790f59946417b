namespace SurveyGap.Reports.Drawings;

/// <summary>One mark of a drawing. Units are points on paper and CSS pixels on the screen; y grows downwards.</summary>
public abstract record Shape
{
    /// <summary>Draws this shape on a surface.</summary>
    public abstract void PaintOn(ISurface surface);
}

/// <summary>How a line is drawn.</summary>
/// <param name="Colour">Its colour.</param>
/// <param name="Width">Its width in units.</param>
/// <param name="Dash">Length of dashes and of the gaps between them; null for an unbroken line.</param>
public sealed record Stroke(Colour Colour, double Width, double? Dash = null);

/// <summary>A straight line.</summary>
public sealed record Line(double X1, double Y1, double X2, double Y2, Stroke Stroke) : Shape
{
    /// <inheritdoc/>
    public override void PaintOn(ISurface surface) => surface.Paint(this);
}

/// <summary>A rectangle, filled, outlined or both.</summary>
public sealed record Box(double X, double Y, double Width, double Height, Colour? Fill, Stroke? Stroke = null) : Shape
{
    /// <inheritdoc/>
    public override void PaintOn(ISurface surface) => surface.Paint(this);
}

/// <summary>An outline of lines and curves, filled (non-zero), outlined or both.</summary>
public sealed record PathShape(Outline Outline, Colour? Fill, Stroke? Stroke = null) : Shape
{
    /// <inheritdoc/>
    public override void PaintOn(ISurface surface) => surface.Paint(this);
}

/// <summary>Where a text stands at its x.</summary>
public enum Anchor
{
    /// <summary>It begins there.</summary>
    Start,

    /// <summary>It is centred there.</summary>
    Middle,

    /// <summary>It ends there.</summary>
    End,
}

/// <summary>One line of text. <c>Y</c> is the baseline. Spaces at its end are read, but take no room.</summary>
public sealed record Text(double X, double Y, string Content, TextStyle Style, Anchor Anchor = Anchor.Start) : Shape
{
    /// <summary>The width in units, measured with the font that both surfaces use.</summary>
    public double Width => Style.Measure(Content.TrimEnd(' '));

    /// <summary>Where the first letter begins, whatever the anchor.</summary>
    public double Left => Anchor switch
    {
        Anchor.Middle => X - (Width / 2),
        Anchor.End => X - Width,
        _ => X,
    };

    /// <inheritdoc/>
    public override void PaintOn(ISurface surface) => surface.Paint(this);
}

/// <summary>Shapes that belong together, such as one row of a chart.</summary>
/// <param name="Title">What it is, in a few words with its figure; a tooltip on the screen.</param>
/// <param name="Shapes">The parts, back to front.</param>
public sealed record Group(string Title, IReadOnlyList<Shape> Shapes) : Shape
{
    /// <inheritdoc/>
    public override void PaintOn(ISurface surface)
    {
        surface.Open(this);
        foreach (var shape in Shapes)
            shape.PaintOn(surface);
        surface.Close();
    }
}
