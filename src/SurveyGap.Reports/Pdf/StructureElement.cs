using System.Runtime.InteropServices;
using SurveyGap.Reports.Pdf.Writing;

namespace SurveyGap.Reports.Pdf;

/// <summary>
/// A node of the logical structure that assistive technology reads. Built apart from painting: first the tree in reading
/// order, then the pages in any order. Children and painted content are read in the order in which they were added.
/// </summary>
public sealed class StructureElement
{
    internal StructureElement(StructureType type, StructureElement? parent) => (Type, Parent) = (type, parent);

    /// <summary>What the element is.</summary>
    public StructureType Type { get; }

    /// <summary>What a figure tells; required for a Figure, else null.</summary>
    public string? AlternativeText { get; set; }

    /// <summary>What to read instead of the content; null reads the content.</summary>
    public string? ActualText { get; set; }

    /// <summary>The language, where it is not the document's; else null.</summary>
    public string? Language { get; set; }

    /// <summary>What a TH is the header of; required there.</summary>
    public HeaderScope? Scope { get; set; }

    /// <summary>How an L marks its items.</summary>
    public ListNumbering Numbering { get; set; }

    /// <summary>Over how many columns a cell reaches.</summary>
    public int ColumnSpan { get; set; } = 1;

    /// <summary>Over how many rows a cell reaches.</summary>
    public int RowSpan { get; set; } = 1;

    internal StructureElement? Parent { get; }
    // Most hold one line of text.
    internal List<StructureKid> Kids { get; } = new(1);
    internal (PdfPage Page, double X, double Y, double Width, double Height)? Box { get; private set; }
    internal Reference Reference { get; set; }

    /// <summary>Adds a child, read after all that was added before.</summary>
    /// <exception cref="ArgumentException">Such a child has no place here, such as a TD outside of a TR.</exception>
    public StructureElement Add(StructureType type)
    {
        if (!MayHold(type)) throw new ArgumentException($"{type} has no place in {Type}.", nameof(type));
        var child = new StructureElement(type, this);
        Kids.Add(new StructureKid(child));
        return child;
    }

    /// <summary>Where a figure stands, in points from the page's top left corner; required for a Figure.</summary>
    public void PlaceOn(PdfPage page, double x, double y, double width, double height) => Box = (page, x, y, width, height);

    private bool MayHold(StructureType type) => type switch
    {
        StructureType.Document => false,
        StructureType.TR => Type is StructureType.Table or StructureType.THead or StructureType.TBody or StructureType.TFoot,
        StructureType.TH or StructureType.TD => Type is StructureType.TR,
        StructureType.THead or StructureType.TBody or StructureType.TFoot => Type is StructureType.Table,
        StructureType.LI => Type is StructureType.L,
        StructureType.LBody => Type is StructureType.LI,
        StructureType.TOCI => Type is StructureType.TOC,
        _ => Type is not (StructureType.TR or StructureType.THead or StructureType.TBody or StructureType.TFoot),
    };
}

/// <summary>One child of an element: another element, marked content on a page, or a link's annotation.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StructureKid(StructureElement? Element, PdfPage? Page = null, int Content = 0, PdfLink? Link = null);
