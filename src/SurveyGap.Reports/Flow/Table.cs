using SurveyGap.Reports.Drawings;

namespace SurveyGap.Reports.Flow;

/// <summary>A table. Its head is repeated on each page (as an artefact), and it stays one table for those who listen.</summary>
/// <param name="Columns">The columns; the first one heads its row.</param>
/// <param name="Rows">The cells, row by row.</param>
public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows) : Block
{
    /// <summary>Least height of a row in points, for tables to write into.</summary>
    public double RowHeight { get; init; }
}

/// <summary>A column.</summary>
/// <param name="Head">Its head; empty for a column that needs none on paper.</param>
/// <param name="Width">In points.</param>
/// <param name="Align">Words start, numbers end.</param>
public sealed record Column(string Head, double Width, Anchor Align = Anchor.Start);

/// <summary>A row of cells.</summary>
/// <param name="Cells">From left to right; spans count for several columns.</param>
public sealed record Row(IReadOnlyList<Cell> Cells)
{
    /// <summary>Whether the next row stays on the same page.</summary>
    public bool KeepWithNext { get; init; }
}

/// <summary>A cell.</summary>
/// <param name="Text">Its text; a line feed begins a new line.</param>
public sealed record Cell(string Text)
{
    /// <summary>How the text looks; null for the table's style.</summary>
    public TextStyle? Style { get; init; }

    /// <summary>The colour behind it; null for paper.</summary>
    public Colour? Fill { get; init; }

    /// <summary>How many columns it covers.</summary>
    public int Span { get; init; } = 1;

    /// <summary>The most lines that it may take; the rest is left out with «…».</summary>
    public int MostLines { get; init; } = int.MaxValue;

    /// <summary>A cell with nothing but text.</summary>
    public static implicit operator Cell(string text) => new(text);

    /// <summary>A cell with nothing but text.</summary>
    public static Cell FromString(string text) => new(text);
}
