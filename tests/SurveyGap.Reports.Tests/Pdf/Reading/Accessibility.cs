namespace SurveyGap.Reports.Tests.Pdf.Reading;

/// <summary>What PDF/UA-1 asks of a file, as far as a program can tell (after the Matterhorn protocol).</summary>
public static class Accessibility
{
    public static void Check(TaggedPdf pdf)
    {
        CheckCatalog(pdf.File.Catalog);
        CheckContents(pdf);
        CheckAnnotations(pdf);
        CheckFigures(pdf);
        CheckHeadings(pdf);
        foreach (var table in pdf.Root.All("Table")) CheckTable(table);
    }

    private static void CheckCatalog(DictionaryValue catalog)
    {
        Assert.True((bool)catalog.Dictionary("MarkInfo")!["Marked"]!);
        Assert.True((bool)catalog.Dictionary("ViewerPreferences")!["DisplayDocTitle"]!);
        Assert.False(string.IsNullOrEmpty(catalog.Text("Lang")));
        var xmp = System.Text.Encoding.UTF8.GetString(PdfFile.Content((StreamValue)catalog["Metadata"]!));
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", xmp, StringComparison.Ordinal);
        Assert.Contains("<dc:title>", xmp, StringComparison.Ordinal);
    }

    /// <summary>Each piece of content is an artefact or belongs to exactly one element, and element and parent tree agree on it.</summary>
    private static void CheckContents(TaggedPdf pdf)
    {
        var owners = new Dictionary<(int Page, int ContentId), int>();
        foreach (var node in pdf.Root.All())
            foreach (var content in node.Contents) Assert.True(owners.TryAdd(content, node.Number), $"Content {content} has two elements.");

        for (var i = 0; i < pdf.Pages.Count; i++)
        {
            var page = pdf.Pages[i];
            Assert.Empty(page.Unmarked);
            Assert.Equal(Enumerable.Range(0, page.ContentIds.Count), page.ContentIds.Order());
            var dictionary = pdf.PageDictionary(pdf.PageNumbers[i]);
            Assert.Equal("S", dictionary.Name("Tabs"));
            var parents = pdf.ParentTree[(int)dictionary.Number("StructParents")];
            Assert.Equal(page.ContentIds.Order().Select(id => owners[(pdf.PageNumbers[i], id)]), parents);
        }
        Assert.Equal(pdf.Pages.Sum(page => page.ContentIds.Count), owners.Count);
    }

    private static void CheckAnnotations(TaggedPdf pdf)
    {
        var owners = pdf.Root.All().SelectMany(node => node.Annotations.Select(annotation => (annotation, node)))
            .ToDictionary(pair => pair.annotation, pair => pair.node);
        var annotations = pdf.PageNumbers.SelectMany(number => pdf.PageDictionary(number).References("Annots")).ToList();
        foreach (var number in annotations)
        {
            var annotation = (DictionaryValue)pdf.File.Read(number)!;
            Assert.False(string.IsNullOrWhiteSpace(annotation.Text("Contents")));
            Assert.Equal("Link", owners[number].Type);
            Assert.Equal([owners[number].Number], pdf.ParentTree[(int)annotation.Number("StructParent")]);
        }
        Assert.Equal(annotations.Order(), owners.Keys.Order());
        Assert.Equal(pdf.Pages.Count + annotations.Count, pdf.ParentTree.Count);
    }

    private static void CheckFigures(TaggedPdf pdf) =>
        Assert.All(pdf.Root.All("Figure"), figure =>
        {
            Assert.False(string.IsNullOrWhiteSpace(figure.AlternativeText));
            Assert.Equal(4, figure.Attributes("Layout")!.Array("BBox").Count);
        });

    private static void CheckHeadings(TaggedPdf pdf)
    {
        var level = 0;
        foreach (var node in pdf.Root.All().Where(node => node.Type is ['H', >= '1' and <= '6']))
        {
            Assert.True(node.Type[1] - '0' <= level + 1, $"«{node.Text}» is {node.Type} after H{level}.");
            Assert.False(string.IsNullOrWhiteSpace(node.Text), $"A {node.Type} is empty.");
            level = node.Type[1] - '0';
        }
    }

    /// <summary>Every row fills every column, and every header says what it is the header of.</summary>
    private static void CheckTable(StructureNode table)
    {
        Assert.NotEmpty(table.All("TH"));
        Assert.All(table.All("TH"), header => Assert.NotNull(header.Attributes("Table")?.Name("Scope")));
        var rows = table.All("TR").ToList();
        var widths = new int[rows.Count];
        for (var i = 0; i < rows.Count; i++)
            foreach (var cell in rows[i].Children)
                for (var below = 0; below < cell.Span("RowSpan"); below++) widths[i + below] += cell.Span("ColSpan");
        Assert.True(widths.Distinct().Count() == 1, $"Rows of a table differ in width: {string.Join(' ', widths)}.");
    }
}
