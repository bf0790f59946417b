namespace SurveyGap.Reports.Pdf;

/// <summary>How a line ends.</summary>
public enum LineCap
{
    /// <summary>At its end point.</summary>
    Butt,

    /// <summary>With a half circle around its end point.</summary>
    Round,

    /// <summary>Half its width beyond its end point.</summary>
    Square,
}

/// <summary>How two lines of a path meet.</summary>
public enum LineJoin
{
    /// <summary>In a point.</summary>
    Miter,

    /// <summary>Rounded.</summary>
    Round,

    /// <summary>Cut off.</summary>
    Bevel,
}

/// <summary>How a path is drawn.</summary>
/// <param name="Color">The line's colour.</param>
/// <param name="Width">The line's width in points.</param>
/// <param name="Cap">Its ends.</param>
/// <param name="Join">Its corners.</param>
/// <param name="Dash">Lengths of dash and gap by turns, in points; null or empty is a solid line. Keep one array for each pattern.</param>
public sealed record PdfStroke(PdfColor Color, double Width, LineCap Cap = LineCap.Butt, LineJoin Join = LineJoin.Miter, double[]? Dash = null);
