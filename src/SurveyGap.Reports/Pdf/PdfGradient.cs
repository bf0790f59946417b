namespace SurveyGap.Reports.Pdf;

/// <summary>Colours that change evenly along a line; beyond its ends the end colours go on. Opacities are not used.</summary>
/// <param name="X1">Where it starts.</param>
/// <param name="Y1">Where it starts.</param>
/// <param name="X2">Where it ends.</param>
/// <param name="Y2">Where it ends.</param>
/// <param name="Colors">Two colours or more, at equal distances.</param>
public sealed record PdfGradient(double X1, double Y1, double X2, double Y2, params IReadOnlyList<PdfColor> Colors);
