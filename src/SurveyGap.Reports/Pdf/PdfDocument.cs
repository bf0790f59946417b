using SurveyGap.Reports.Pdf.Writing;

namespace SurveyGap.Reports.Pdf;

/// <summary>
/// A tagged PDF 1.7 (PDF/UA-1) in the making: pages are painted, the structure is built, and <see cref="ToArray"/> writes it all.
/// The same calls give the same bytes, whatever the culture, the time zone and the clock; another version of .NET may compress
/// them differently. Not for several threads at once.
/// </summary>
public sealed class PdfDocument(PdfMetadata metadata)
{
    /// <summary>What the file says of itself.</summary>
    public PdfMetadata Metadata { get; } = metadata;

    /// <summary>The root of the logical structure.</summary>
    public StructureElement Structure { get; } = new(StructureType.Document, null);

    internal PdfResources Resources { get; } = new();
    internal List<PdfPage> Pages { get; } = [];
    internal List<PdfBookmark> Bookmarks { get; } = [];
    internal List<PdfAttachment> Attachments { get; } = [];

    /// <summary>Adds a page at the end.</summary>
    /// <param name="width">In points: 595.28 for A4.</param>
    /// <param name="height">In points: 841.89 for A4.</param>
    public PdfPage AddPage(double width, double height)
    {
        var page = new PdfPage(width, height, Resources);
        Pages.Add(page);
        return page;
    }

    /// <summary>Adds an entry to the viewer's table of contents.</summary>
    public PdfBookmark AddBookmark(string title, PdfDestination target)
    {
        var bookmark = new PdfBookmark(title, target);
        Bookmarks.Add(bookmark);
        return bookmark;
    }

    /// <summary>Puts a file into the file.</summary>
    public void Attach(PdfAttachment attachment) => Attachments.Add(attachment);

    /// <summary>The finished file.</summary>
    /// <exception cref="InvalidOperationException">No page, a Figure without alternative text or place, a TH without scope.</exception>
    public byte[] ToArray() => DocumentWriter.Write(this);
}
