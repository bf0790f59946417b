namespace SurveyGap.Web.CommandLine.AnalysisTables;

/// <summary>
/// A titled table in plain text. A column is as wide as its content; one without any content is left out, as is a table without rows.
/// </summary>
/// <param name="Title">Stands above the first column.</param>
/// <param name="Columns">The columns after the first, which names the row.</param>
/// <param name="Rows">Name first, then a cell for each column.</param>
internal sealed record TextTable(string Title, IReadOnlyList<TextColumn> Columns, IEnumerable<string[]> Rows)
{
    private const string Between = "  ";

    /// <summary>The lines; none without rows.</summary>
    public IEnumerable<string> Lines()
    {
        string[][] rows = [.. Rows];
        if (rows.Length == 0)
            return [];

        TextColumn[] columns = [new("", IsText: true), .. Columns];
        int[] filled = [.. Enumerable.Range(0, columns.Length).Where(column => column == 0 || rows.Any(row => row[column].Length > 0))];
        string[] head = ["", .. Columns.Select(column => column.Name)];
        var widths = columns.Select((_, column) => rows.Append(head).Max(row => row[column].Length)).ToArray();
        string Line(string[] row) => string.Join(Between, filled.Select(column =>
            columns[column].IsText ? row[column].PadRight(widths[column]) : row[column].PadLeft(widths[column]))).TrimEnd();

        var heading = Line(head);
        return [Title, .. heading.Length > 0 ? [heading] : Array.Empty<string>(), .. rows.Select(Line)];
    }
}

/// <param name="Name">What stands above it.</param>
/// <param name="IsText">Words begin at the left; numbers end at the right.</param>
internal sealed record TextColumn(string Name, bool IsText = false);
