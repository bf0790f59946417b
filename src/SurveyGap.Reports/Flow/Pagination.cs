namespace SurveyGap.Reports.Flow;

/// <summary>A strip with its place on a page.</summary>
/// <param name="Strip">The strip.</param>
/// <param name="Top">Its top edge, in points from the page's.</param>
internal sealed record Placed(Strip Strip, double Top);

/// <summary>Distributes strips over pages: what belongs together stays together, tables get their head again.</summary>
internal static class Pagination
{
    private const double Room = Paper.Bottom - Paper.Top;

    /// <summary>The pages of one section.</summary>
    public static List<List<Placed>> Of(IReadOnlyList<Strip> strips)
    {
        List<List<Placed>> pages = [[]];
        var y = Paper.Top;
        for (var start = 0; start < strips.Count;)
        {
            var end = EndOfChunk(strips, start);
            if (pages[^1].Count > 0 && y + HeightOf(strips, start, end) > Paper.Bottom)
                TurnPage(strips[start]);
            for (; start < end; start++)
                Place(strips[start]);
        }

        return pages;

        void Place(Strip strip)
        {
            // Only a chunk that is higher than a page gets here; it is divided where the page ends.
            if (pages[^1].Count > 0 && y + strip.Above + strip.Height > Paper.Bottom)
                TurnPage(strip);
            // A page break stands at the top too, and takes no room there.
            y += y > Paper.Top ? strip.Above : 0;
            pages[^1].Add(new Placed(strip, y));
            y += strip.Height;
        }

        void TurnPage(Strip first)
        {
            pages.Add([]);
            y = Paper.Top;
            if (first.Repeated is not { } head)
                return;
            pages[^1].Add(new Placed(head, y));
            y += head.Height;
        }
    }

    private static int EndOfChunk(IReadOnlyList<Strip> strips, int start)
    {
        var end = start + 1;
        var height = strips[start].Height;
        while (end < strips.Count && strips[end - 1].KeepWithNext && height + strips[end].Above + strips[end].Height <= Room)
        {
            height += strips[end].Above + strips[end].Height;
            end++;
        }

        return end;
    }

    private static double HeightOf(IReadOnlyList<Strip> strips, int start, int end)
    {
        var height = 0.0;
        for (var i = start; i < end; i++)
            height += strips[i].Above + strips[i].Height;
        return height;
    }
}
