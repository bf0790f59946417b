using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Pdf.Images;

namespace SurveyGap.Reports.Flow;

/// <summary>A part of a page, from top to bottom. Blocks say what there is; the layout decides where it stands.</summary>
public abstract record Block
{
    /// <summary>White space above, in points; dropped at the top of a page.</summary>
    public double Above { get; init; }

    /// <summary>Whether the next block has to begin on the same page.</summary>
    public bool KeepWithNext { get; init; }
}

/// <summary>A heading; never the last thing on a page.</summary>
/// <param name="Level">1 for a page's title, 2 and 3 for its parts.</param>
/// <param name="Text">A finding for level 1.</param>
/// <param name="Style">How it looks.</param>
public sealed record Heading(int Level, string Text, TextStyle Style) : Block;

/// <summary>Running text.</summary>
/// <param name="Text">One paragraph.</param>
/// <param name="Style">How it looks.</param>
public sealed record Paragraph(string Text, TextStyle Style) : Block
{
    /// <summary>The language, where it is not the report's: comments come as they were written.</summary>
    public string? Language { get; init; }

    /// <summary>How far the lines are set in from the left, in points.</summary>
    public double Indent { get; init; }

    /// <summary>A bar at the left of a quoted text; null for none.</summary>
    public Colour? Bar { get; init; }
}

/// <summary>Items with numbers or dots.</summary>
/// <param name="Items">One paragraph each, with an optional strong beginning on its own line.</param>
/// <param name="Numbered">Numbers or dots.</param>
public sealed record Listing(IReadOnlyList<(string? Strong, string Text)> Items, bool Numbered) : Block;

/// <summary>A drawing, kept whole. Its description is the alternative text.</summary>
public sealed record Figure(Drawing Drawing) : Block;

/// <summary>Pictures side by side, each with its caption, kept whole.</summary>
public sealed record Pictures(IReadOnlyList<Picture> Items) : Block;

/// <summary>A picture of something.</summary>
/// <param name="Image">The picture.</param>
/// <param name="AlternativeText">What it shows, for those who cannot see it.</param>
/// <param name="Caption">What stands below it.</param>
public sealed record Picture(PdfImage Image, string AlternativeText, string Caption);

/// <summary>Up to three large figures side by side, each with its sentence.</summary>
public sealed record KeyFigures(IReadOnlyList<(string Figure, string Sentence)> Items) : Block;

/// <summary>The contents: every section with its page, as links.</summary>
public sealed record Contents : Block;

/// <summary>The rest of the page stays empty.</summary>
public sealed record PageBreak : Block;

/// <summary>A chapter: begins on a new page, stands in the contents and in the bookmarks.</summary>
/// <param name="Name">Its name there and above its title.</param>
/// <param name="Blocks">What it holds.</param>
public sealed record Section(string Name, IReadOnlyList<Block> Blocks);
