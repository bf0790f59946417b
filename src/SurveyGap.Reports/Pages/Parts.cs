namespace SurveyGap.Reports.Pages;

/// <summary>Rows of a chart over pages.</summary>
internal static class Parts
{
    private const int RowsOnPage = 14;

    /// <summary>Pages of about the same number of rows, so that none holds a single one.</summary>
    public static IReadOnlyList<T[]> Of<T>(IReadOnlyList<T> rows, int most = RowsOnPage)
    {
        var pages = (rows.Count + most - 1) / most;
        return pages == 0 ? [] : [.. rows.Chunk((rows.Count + pages - 1) / pages)];
    }
}
