namespace SurveyGap.Reports.Tests.Pdf.Reading;

/// <summary>A tagged file read back: its pages, its structure, and what each element says. For the writer's tests and for the report's.</summary>
public sealed class TaggedPdf
{
    private readonly Dictionary<int, PageContent> contents;

    public TaggedPdf(ReadOnlyMemory<byte> bytes)
    {
        File = new PdfFile(bytes);
        PageNumbers = File.Catalog.Dictionary("Pages")!.References("Kids");
        contents = PageNumbers.ToDictionary(number => number, number => new PageContent(PageDictionary(number)));
        Pages = PageNumbers.ConvertAll(number => contents[number]);
        var tree = File.Catalog.Dictionary("StructTreeRoot")!;
        Root = ReadNode(tree.ReferenceTo("K")!.Value);
        ParentTree = ReadParentTree(tree);
    }

    public PdfFile File { get; }

    public List<PageContent> Pages { get; }

    /// <summary>The numbers of the pages' objects.</summary>
    public List<int> PageNumbers { get; }

    public StructureNode Root { get; }

    /// <summary>From a key to the elements of a page's contents, or to the one element of an annotation.</summary>
    public Dictionary<int, List<int>> ParentTree { get; }

    public DictionaryValue PageDictionary(int number) => (DictionaryValue)File.Read(number)!;

    private StructureNode ReadNode(int number)
    {
        var node = new StructureNode(number, (DictionaryValue)File.Read(number)!);
        var ownPage = node.Dictionary.ReferenceTo("Pg");
        var kids = (node.Dictionary["K"] as List<object?>) ?? [];
        foreach (var kid in kids) ReadKid(node, kid, ownPage);
        return node;
    }

    private void ReadKid(StructureNode node, object? kid, int? ownPage)
    {
        if (kid is ReferenceValue child)
        {
            var read = ReadNode(child.Number);
            Assert.Equal(node.Number, read.Dictionary.ReferenceTo("P"));
            node.Children.Add(read);
            node.Text += read.Text;
        }
        else if (kid is double contentId) AddContent(node, ownPage!.Value, (int)contentId);
        else if (kid is DictionaryValue content && content.Name("Type") == "MCR")
            AddContent(node, content.ReferenceTo("Pg")!.Value, (int)content.Number("MCID"));
        else if (kid is DictionaryValue annotation && annotation.Name("Type") == "OBJR") node.Annotations.Add(annotation.ReferenceTo("Obj")!.Value);
        else Assert.Fail($"{node.Type} has a child that is neither element, content nor annotation.");
    }

    private void AddContent(StructureNode node, int page, int contentId)
    {
        node.Contents.Add((page, contentId));
        node.Text += string.Concat(contents[page].Lines.Where(line => line.ContentId == contentId).Select(line => line.Text));
    }

    private static Dictionary<int, List<int>> ReadParentTree(DictionaryValue tree)
    {
        var parents = new Dictionary<int, List<int>>();
        var numbers = (List<object?>)tree.Dictionary("ParentTree")!["Nums"]!;
        for (var i = 0; i < numbers.Count; i += 2)
        {
            parents.Add((int)(double)numbers[i]!, numbers[i + 1] is ReferenceValue one
                ? [one.Number]
                : ((List<object?>)numbers[i + 1]!).ConvertAll(value => ((ReferenceValue)value!).Number));
        }
        Assert.All(parents.Keys, key => Assert.True(key < tree.Number("ParentTreeNextKey")));
        return parents;
    }
}
