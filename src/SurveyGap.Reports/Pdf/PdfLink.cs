using SurveyGap.Reports.Pdf.Writing;

namespace SurveyGap.Reports.Pdf;

/// <summary>An area of a page that leads to a place in the document or to an address.</summary>
internal sealed record PdfLink(
    StructureElement Element, PdfPage Page, double X, double Y, double Width, double Height,
    PdfDestination? Target, Uri? Address, string Description)
{
    public Reference Reference { get; set; }
}
