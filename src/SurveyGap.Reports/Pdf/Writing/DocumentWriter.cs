using System.Globalization;

namespace SurveyGap.Reports.Pdf.Writing;

/// <summary>Turns a painted document into the objects of a file.</summary>
internal static class DocumentWriter
{
    public static byte[] Write(PdfDocument document)
    {
        if (document.Pages.Count == 0) throw new InvalidOperationException("A document has at least one page.");
        using var file = new ObjectWriter();
        Reference catalog = file.Reserve(), pages = file.Reserve(), information = file.Reserve();
        foreach (var page in document.Pages) page.Reference = file.Reserve();

        var resources = ResourceWriter.Write(file, document.Resources);
        var structure = StructureWriter.Write(file, document);
        PageWriter.Write(file, document, pages, resources);
        var outline = OutlineWriter.Write(file, document.Bookmarks);
        var attachments = AttachmentWriter.Write(file, document);
        var xmp = file.Stream("/Type/Metadata/Subtype/XML", XmpPacket.Of(document.Metadata), compress: false);

        WriteInformation(file.Object(information), document.Metadata);
        var body = file.Object(catalog);
        body.Write($"<</Type/Catalog/Pages {pages}/StructTreeRoot {structure}/MarkInfo<</Marked true>>/Metadata {xmp}");
        body.Write($"/Lang {new TextString(document.Metadata.Language)}/ViewerPreferences<</DisplayDocTitle true>>");
        if (outline is { } root) body.Write($"/Outlines {root}/PageMode/UseOutlines");
        body.Write(attachments);
        body.Write(">>");
        return file.Finish(catalog, information);
    }

    public static string Date(DateTimeOffset time) =>
        time.UtcDateTime.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);

    private static void WriteInformation(PdfBuffer body, PdfMetadata metadata)
    {
        body.Write($"<</Title {new TextString(metadata.Title)}/Producer {new TextString(XmpPacket.Producer)}");
        if (metadata.Author is { } author) body.Write($"/Author {new TextString(author)}");
        if (metadata.Subject is { } subject) body.Write($"/Subject {new TextString(subject)}");
        body.Write($"/CreationDate({Date(metadata.CreatedAt)})/ModDate({Date(metadata.CreatedAt)})>>");
    }
}
