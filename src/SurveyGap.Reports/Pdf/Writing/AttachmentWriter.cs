namespace SurveyGap.Reports.Pdf.Writing;

/// <summary>Files inside the file, listed by name and associated with the document as its data.</summary>
internal static class AttachmentWriter
{
    /// <summary>The catalog's entries; empty without attachments.</summary>
    public static ReadOnlySpan<byte> Write(ObjectWriter file, PdfDocument document)
    {
        if (document.Attachments.Count == 0) return [];
        // The name tree is searched by halves, so it is sorted.
        var sorted = document.Attachments.OrderBy(attachment => attachment.Name, StringComparer.Ordinal).ToList();
        var date = DocumentWriter.Date(document.Metadata.CreatedAt);
        var references = sorted.ConvertAll(attachment => WriteOne(file, attachment, date));

        var entries = new PdfBuffer();
        entries.Write("/AF[");
        foreach (var reference in references) entries.Write($"{reference} ");
        entries.Write("]/Names<</EmbeddedFiles<</Names[");
        for (var i = 0; i < sorted.Count; i++) entries.Write($"{new TextString(sorted[i].Name)} {references[i]} ");
        entries.Write("]>>>>");
        return entries.Written;
    }

    private static Reference WriteOne(ObjectWriter file, PdfAttachment attachment, string date)
    {
        var type = attachment.MediaType.Replace("/", "#2F", StringComparison.Ordinal);
        var content = file.Stream(
            $"/Type/EmbeddedFile/Subtype/{type}/Params<</Size {attachment.Content.Length}/CreationDate({date})/ModDate({date})>>",
            attachment.Content.Span);
        var reference = file.Reserve();
        var name = new TextString(attachment.Name);
        file.Object(reference).Write(
            $"<</Type/Filespec/F {name}/UF {name}/EF<</F {content}/UF {content}>>/AFRelationship/Data/Desc {new TextString(attachment.Description)}>>");
        return reference;
    }
}
