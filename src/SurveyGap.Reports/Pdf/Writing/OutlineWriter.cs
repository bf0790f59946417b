namespace SurveyGap.Reports.Pdf.Writing;

/// <summary>Bookmarks: a tree whose nodes know their parent, their neighbours and their first and last child.</summary>
internal static class OutlineWriter
{
    public static Reference? Write(ObjectWriter file, List<PdfBookmark> bookmarks)
    {
        if (bookmarks.Count == 0) return null;
        var root = file.Reserve();
        var (first, last) = WriteLevel(file, bookmarks, root);
        file.Object(root).Write($"<</Type/Outlines/First {first}/Last {last}/Count {bookmarks.Count}>>");
        return root;
    }

    private static (Reference First, Reference Last) WriteLevel(ObjectWriter file, List<PdfBookmark> level, Reference parent)
    {
        var references = level.ConvertAll(_ => file.Reserve());
        for (var i = 0; i < level.Count; i++)
        {
            var bookmark = level[i];
            (Reference First, Reference Last)? children =
                bookmark.Children.Count > 0 ? WriteLevel(file, bookmark.Children, references[i]) : null;
            var body = file.Object(references[i]);
            body.Write($"<</Title {new TextString(bookmark.Title)}/Parent {parent}");
            if (i > 0) body.Write($"/Prev {references[i - 1]}");
            if (i < level.Count - 1) body.Write($"/Next {references[i + 1]}");
            // A negative count: closed when the file is opened.
            if (children is { } kids) body.Write($"/First {kids.First}/Last {kids.Last}/Count {-bookmark.Children.Count}");
            PageWriter.WriteDestination(body, bookmark.Target);
            body.Write(">>");
        }
        return (references[0], references[^1]);
    }
}
