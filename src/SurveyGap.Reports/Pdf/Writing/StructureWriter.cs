namespace SurveyGap.Reports.Pdf.Writing;

/// <summary>The structure tree, and the parent tree that leads from content back to it.</summary>
internal static class StructureWriter
{
    public static Reference Write(ObjectWriter file, PdfDocument document)
    {
        var root = file.Reserve();
        var notes = new List<StructureElement>();
        Number(file, document.Structure, notes);
        foreach (var page in document.Pages)
            foreach (var link in page.Links) link.Reference = file.Reserve();

        WriteElement(file, document.Structure, root);
        var body = file.Object(root);
        body.Write($"<</Type/StructTreeRoot/K {document.Structure.Reference}/ParentTree<<");
        WriteParentTree(body, document.Pages);
        body.Write($">>/ParentTreeNextKey {document.Pages.Count + document.Pages.Sum(page => page.Links.Count)}");
        if (notes.Count > 0)
        {
            body.Write("/IDTree<</Names[");
            foreach (var note in notes) body.Write($"({NoteId(note)}){note.Reference}");
            body.Write("]>>");
        }
        body.Write(">>");
        return root;
    }

    private static void Number(ObjectWriter file, StructureElement element, List<StructureElement> notes)
    {
        element.Reference = file.Reserve();
        if (element.Type == StructureType.Note) notes.Add(element);
        foreach (var kid in element.Kids)
            if (kid.Element is { } child) Number(file, child, notes);
    }

    private static void WriteElement(ObjectWriter file, StructureElement element, Reference parent)
    {
        Check(element);
        var body = file.Object(element.Reference);
        body.Write($"<</S/{element.Type.ToString()}/P {parent}");
        var page = FirstPage(element);
        if (page is not null) body.Write($"/Pg {page.Reference}");
        if (element.AlternativeText is { } alternative) body.Write($"/Alt {new TextString(alternative)}");
        if (element.ActualText is { } actual) body.Write($"/ActualText {new TextString(actual)}");
        if (element.Language is { } language) body.Write($"/Lang {new TextString(language)}");
        if (element.Type == StructureType.Note) body.Write($"/ID({NoteId(element)})");
        WriteAttributes(body, element);
        if (element.Kids.Count > 0) WriteKids(body, element, page);
        body.Write(">>");
        foreach (var kid in element.Kids)
            if (kid.Element is { } child) WriteElement(file, child, element.Reference);
    }

    private static void WriteAttributes(PdfBuffer body, StructureElement element)
    {
        var isList = element is { Type: StructureType.L, Numbering: not ListNumbering.None };
        var isCell = element.Scope is not null || element is not { ColumnSpan: 1, RowSpan: 1 };
        if (element.Box is null && !isList && !isCell) return;

        body.Write("/A[");
        if (element.Box is { } box)
        {
            var bottom = box.Page.Height - box.Y - box.Height;
            body.Write($"<</O/Layout/Placement/Block/BBox[{box.X} {bottom} {box.X + box.Width} {bottom + box.Height}]>>");
        }
        if (isList) body.Write($"<</O/List/ListNumbering/{element.Numbering.ToString()}>>");
        if (isCell) WriteCell(body, element);
        body.Write("]");
    }

    private static void WriteCell(PdfBuffer body, StructureElement cell)
    {
        body.Write("<</O/Table");
        if (cell.Scope is { } scope) body.Write($"/Scope/{scope.ToString()}");
        if (cell.ColumnSpan != 1) body.Write($"/ColSpan {cell.ColumnSpan}");
        if (cell.RowSpan != 1) body.Write($"/RowSpan {cell.RowSpan}");
        body.Write(">>");
    }

    /// <summary>Marked content on the element's own page is a plain number; on another page it names the page.</summary>
    private static void WriteKids(PdfBuffer body, StructureElement element, PdfPage? page)
    {
        body.Write("/K[");
        foreach (var kid in element.Kids)
        {
            if (kid.Element is { } child) body.Write($"{child.Reference} ");
            else if (kid.Link is { } link) body.Write($"<</Type/OBJR/Pg {link.Page.Reference}/Obj {link.Reference}>>");
            else if (ReferenceEquals(kid.Page, page)) body.Write($"{kid.Content} ");
            else body.Write($"<</Type/MCR/Pg {kid.Page!.Reference}/MCID {kid.Content}>>");
        }
        body.Write("]");
    }

    private static void WriteParentTree(PdfBuffer body, List<PdfPage> pages)
    {
        body.Write("/Nums[");
        for (var i = 0; i < pages.Count; i++)
        {
            body.Write($"{i}[");
            foreach (var element in pages[i].Marked) body.Write($"{element.Reference} ");
            body.Write("]");
        }
        var key = pages.Count;
        foreach (var page in pages)
            foreach (var link in page.Links) body.Write($"{key++} {link.Element.Reference} ");
        body.Write("]");
    }

    private static void Check(StructureElement element)
    {
        if (element.Type == StructureType.Figure && (string.IsNullOrWhiteSpace(element.AlternativeText) || element.Box is null))
            throw new InvalidOperationException("A Figure needs an alternative text and its place on a page.");
        if (element.Type == StructureType.TH && element.Scope is null)
            throw new InvalidOperationException("A TH needs to say what it is the header of.");
    }

    private static PdfPage? FirstPage(StructureElement element)
    {
        foreach (var kid in element.Kids)
            if (kid is { Page: { } page, Link: null }) return page;
        return null;
    }

    // Padded, because the tree of names is sorted; notes were numbered in their order.
    private static string NoteId(StructureElement note) =>
        "note" + note.Reference.Number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
}
