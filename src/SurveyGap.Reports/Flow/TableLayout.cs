using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Pdf;

namespace SurveyGap.Reports.Flow;

/// <summary>Rows of a table as strips, under one structure however many pages they take.</summary>
internal sealed class TableLayout(Table table, StructureElement element)
{
    private const double Pad = 3;
    private const double Gutter = 6;
    private const int Whole = 14;
    // Fewer rows at the foot or at the head of a page look forgotten.
    private const int Few = 4;

    /// <summary>The head and all rows.</summary>
    public IEnumerable<Strip> Strips()
    {
        var head = element.Add(StructureType.THead).Add(StructureType.TR);
        List<Laid> heads = [.. Lay([.. table.Columns.Select(column => new Cell(column.Head))], Typography.TableHead, head, header: true)];
        var height = HeightOf(heads) + 2;
        var repeated = new Strip(height, (page, top) => page.Artifact(() => PaintHead(page, top, height, heads, tag: false)));
        yield return new Strip(height, (page, top) =>
        {
            PaintHead(page, top, height, heads, tag: true);
        })
        { KeepWithNext = true };

        var body = element.Add(StructureType.TBody);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var row = Row(table.Rows[i], body.Add(StructureType.TR), last: i + 1 == table.Rows.Count);
            yield return row with
            {
                Repeated = repeated,
                // The last row lets go of what follows: else a table drags the next one along to a page of its own.
                KeepWithNext = i + 1 < table.Rows.Count
                    && (table.Rows[i].KeepWithNext || i + 1 < Few || i >= table.Rows.Count - Few || table.Rows.Count <= Whole),
            };
        }
    }

    private Strip Row(Row row, StructureElement rowElement, bool last)
    {
        List<Laid> cells = [.. Lay(row.Cells, Typography.Table, rowElement, header: false)];
        var height = Math.Max(table.RowHeight, HeightOf(cells));
        return new Strip(height, (page, top) =>
        {
            page.Artifact(() =>
            {
                foreach (var cell in cells.Where(cell => cell.Cell.Fill is not null))
                    page.Fill(PdfPath.Rectangle(cell.Left - (Gutter / 2) + 1, top + 1, cell.Width + Gutter - 2, height - 2), cell.Cell.Fill!.Value.ForPdf());
                var (colour, width) = last ? (Palette.Ink, 0.8) : (Palette.Hairline, 0.6);
                page.Stroke(
                    PdfPath.Line(Paper.Margin, top + height, Paper.Margin + TotalWidth, top + height),
                    new PdfStroke(colour.ForPdf(), width));
            });
            foreach (var cell in cells)
                page.Tagged(cell.Element, () => PaintText(page, top, cell));
        });
    }

    private double TotalWidth => table.Columns.Sum(column => column.Width);

    private static double HeightOf(List<Laid> cells) => cells.Max(cell => cell.Lines.Count * cell.Style.Leading) + (2 * Pad);

    private IEnumerable<Laid> Lay(IReadOnlyList<Cell> cells, TextStyle style, StructureElement row, bool header)
    {
        var (left, column) = (Paper.Margin, 0);
        foreach (var cell in cells)
        {
            var isHeader = header || column == 0;
            var tag = row.Add(isHeader ? StructureType.TH : StructureType.TD);
            if (isHeader)
                tag.Scope = header ? HeaderScope.Column : HeaderScope.Row;
            tag.ColumnSpan = cell.Span;

            var width = table.Columns.Skip(column).Take(cell.Span).Sum(spanned => spanned.Width);
            // Words at the left edge and numbers at the right one are flush with the lines.
            var (inner, offset) = (width - Gutter, column == 0 ? 0 : Gutter / 2);
            if (column == 0 || column + cell.Span == table.Columns.Count)
                inner += Gutter / 2;
            // Words behind numbers need more than the usual distance.
            if (column > 0 && table.Columns[column] is { Align: Anchor.Start } && table.Columns[column - 1] is { Align: Anchor.End })
                (inner, offset) = (inner - Gutter, offset + Gutter);
            var used = cell.Style ?? style;
            var align = cell.Span > 1 ? Anchor.Start : table.Columns[column].Align;
            yield return new Laid(cell, tag, used, align, left + offset, inner, LineBreaker.Break(cell.Text, used, inner, cell.MostLines));
            left += width;
            column += cell.Span;
        }
    }

    private void PaintHead(PdfPage page, double top, double height, List<Laid> cells, bool tag)
    {
        foreach (var cell in cells)
        {
            // Heads stand on the line below them, however many lines the others have.
            var lowered = top + height - Pad - 1 - (cell.Lines.Count * cell.Style.Leading) - Pad;
            if (tag)
                page.Tagged(cell.Element, () => PaintText(page, lowered, cell));
            else
                PaintText(page, lowered, cell);
        }

        if (tag)
            page.Artifact(Rule);
        else
            Rule();

        void Rule() => page.Stroke(
            PdfPath.Line(Paper.Margin, top + height, Paper.Margin + TotalWidth, top + height), new PdfStroke(Palette.Ink.ForPdf(), 0.8));
    }

    private static void PaintText(PdfPage page, double top, Laid cell)
    {
        var surface = new PdfSurface(page, 0, 0);
        var x = cell.Align switch { Anchor.End => cell.Left + cell.Width, Anchor.Middle => cell.Left + (cell.Width / 2), _ => cell.Left };
        for (var i = 0; i < cell.Lines.Count; i++)
        {
            var baseline = Layout.Baseline(top + Pad + (i * cell.Style.Leading), cell.Style);
            // A space after the last line keeps the cell's text apart from the next one's.
            var line = i + 1 == cell.Lines.Count ? cell.Lines[i] + " " : cell.Lines[i];
            surface.Paint(new Text(x, baseline, line, cell.Style, cell.Align));
        }
    }

    private sealed record Laid(
        Cell Cell, StructureElement Element, TextStyle Style, Anchor Align, double Left, double Width, IReadOnlyList<string> Lines);
}
