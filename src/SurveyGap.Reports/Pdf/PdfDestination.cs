using System.Runtime.InteropServices;

namespace SurveyGap.Reports.Pdf;

/// <summary>Where a link or a bookmark leads.</summary>
/// <param name="Page">The page; add all pages first, then links may point forward.</param>
/// <param name="Y">What shall stand at the window's top, in points from the page's top.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PdfDestination(PdfPage Page, double Y);
