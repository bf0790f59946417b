namespace SurveyGap.Reports.Tests.Pdf.Reading;

/// <summary>A node of the structure tree as a screen reader finds it.</summary>
public sealed record StructureNode(int Number, DictionaryValue Dictionary)
{
    public string Type => Dictionary.Name("S")!;

    public string? AlternativeText => Dictionary.Text("Alt");

    /// <summary>What the attributes of one owner say: Layout, List or Table; null if there are none.</summary>
    public DictionaryValue? Attributes(string owner) =>
        Dictionary.Array("A").Cast<DictionaryValue>().SingleOrDefault(attributes => attributes.Name("O") == owner);

    public List<StructureNode> Children { get; } = [];

    /// <summary>Content as the node names it: number of the page's object, and the number on that page.</summary>
    public List<(int Page, int ContentId)> Contents { get; } = [];

    /// <summary>The objects of annotations.</summary>
    public List<int> Annotations { get; } = [];

    /// <summary>What the node itself and all below it say, in reading order.</summary>
    public string Text { get; set; } = "";

    public int Span(string name) => Attributes("Table")?[name] is double span ? (int)span : 1;

    public IEnumerable<StructureNode> All() => Children.SelectMany(child => child.All()).Prepend(this);

    public IEnumerable<StructureNode> All(string type) => All().Where(node => node.Type == type);
}
