namespace SurveyGap.Reports.Drawings;

/// <summary>A finished picture: shapes and what they say. One drawing serves web page and PDF.</summary>
public sealed record Drawing
{
    /// <summary>Width in units.</summary>
    public required double Width { get; init; }

    /// <summary>Height in units.</summary>
    public required double Height { get; init; }

    /// <summary>What is shown, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The finding with its figures, for those who cannot see the picture; the alternative text of the PDF.</summary>
    public required string Description { get; init; }

    /// <summary>The marks, back to front.</summary>
    public required IReadOnlyList<Shape> Shapes { get; init; }

    /// <summary>Draws all shapes on a surface.</summary>
    public void PaintOn(ISurface surface)
    {
        foreach (var shape in Shapes)
            shape.PaintOn(surface);
    }
}
