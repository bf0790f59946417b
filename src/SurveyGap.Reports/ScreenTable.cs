using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports;

/// <summary>A table of the report as text, for a page on the screen.</summary>
/// <param name="Columns">The columns; the first one heads its row.</param>
/// <param name="Rows">The cells, row by row.</param>
public sealed record ScreenTable(IReadOnlyList<ScreenColumn> Columns, IReadOnlyList<IReadOnlyList<ScreenCell>> Rows)
{
    internal static ScreenTable Of(Table table) => new(
        [.. table.Columns.Select(column => new ScreenColumn(column.Head, column.Align != Anchor.Start))],
        [.. table.Rows.Select(row => (IReadOnlyList<ScreenCell>)[.. row.Cells.Select(cell => new ScreenCell(WithoutArrows(cell.Text), cell.Span))])]);

    // On paper they stand in colour beside the sign; the web font has no glyph for them.
    private static string WithoutArrows(string text) => text.TrimEnd('▲', '▼', ' ');
}

/// <summary>A column.</summary>
/// <param name="Head">Its head.</param>
/// <param name="IsNumber">Whether it holds numbers, which stand right.</param>
public sealed record ScreenColumn(string Head, bool IsNumber);

/// <summary>A cell.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Span">How many columns it covers.</param>
public sealed record ScreenCell(string Text, int Span);
