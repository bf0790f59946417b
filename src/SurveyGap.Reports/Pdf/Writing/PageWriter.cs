namespace SurveyGap.Reports.Pdf.Writing;

/// <summary>Pages with their content and their links.</summary>
internal static class PageWriter
{
    public static void Write(ObjectWriter file, PdfDocument document, Reference tree, Reference resources)
    {
        var annotationKey = document.Pages.Count;
        for (var i = 0; i < document.Pages.Count; i++)
        {
            var page = document.Pages[i];
            var content = file.Stream("", page.Operators);
            foreach (var link in page.Links) WriteLink(file, link, annotationKey++);
            var body = file.Object(page.Reference);
            body.Write($"<</Type/Page/Parent {tree}/MediaBox[0 0 {page.Width} {page.Height}]/Resources {resources}/Contents {content}");
            body.Write($"/StructParents {i}/Tabs/S");
            if (page.Links.Count > 0)
            {
                body.Write("/Annots[");
                foreach (var link in page.Links) body.Write($"{link.Reference} ");
                body.Write("]");
            }
            body.Write(">>");
        }

        var kids = file.Object(tree);
        kids.Write($"<</Type/Pages/Count {document.Pages.Count}/Kids[");
        foreach (var page in document.Pages) kids.Write($"{page.Reference} ");
        kids.Write("]>>");
    }

    /// <summary>«/XYZ» keeps the reader's magnification.</summary>
    public static void WriteDestination(PdfBuffer body, PdfDestination target) =>
        body.Write($"/Dest[{target.Page.Reference}/XYZ 0 {target.Page.Height - target.Y} null]");

    private static void WriteLink(ObjectWriter file, PdfLink link, int key)
    {
        const int Print = 4;
        var bottom = link.Page.Height - link.Y - link.Height;
        var body = file.Object(link.Reference);
        body.Write($"<</Type/Annot/Subtype/Link/Rect[{link.X} {bottom} {link.X + link.Width} {bottom + link.Height}]/Border[0 0 0]");
        body.Write($"/F {Print}/P {link.Page.Reference}/StructParent {key}/Contents {new TextString(link.Description)}");
        if (link.Target is { } target) WriteDestination(body, target);
        if (link.Address is { } address) body.Write($"/A<</S/URI/URI {new TextString(address.AbsoluteUri)}>>");
        body.Write(">>");
    }
}
