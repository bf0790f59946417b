using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Pdf;

namespace SurveyGap.Reports.Flow;

/// <summary>What stands at the edges of every page but the cover.</summary>
public sealed record Furniture
{
    /// <summary>At the top left.</summary>
    public required string Header { get; init; }

    /// <summary>At the top right, in semibold: «Demo»; null for nothing.</summary>
    public string? Mark { get; init; }

    /// <summary>At the bottom left.</summary>
    public required string Footer { get; init; }

    /// <summary>At the bottom right, from page and number of pages.</summary>
    public required Func<int, int, string> PageOf { get; init; }

    /// <summary>Above the pages of a section but its first, from the section's name: «Der Spiegel (Fortsetzung)».</summary>
    public required Func<string, string> Continued { get; init; }

    /// <summary>The line at the page's left edge: the client's colour.</summary>
    public required Colour Spine { get; init; }
}

/// <summary>Lays sections out, numbers the pages, then paints them.</summary>
public static class Publication
{
    /// <summary>Adds a cover and all sections to a document.</summary>
    /// <param name="document">The empty document.</param>
    /// <param name="cover">Paints the first page, given its section of the structure.</param>
    /// <param name="coverName">The cover's bookmark.</param>
    /// <param name="sections">The chapters, each from a new page.</param>
    /// <param name="furniture">Header and footer.</param>
    public static void Write(
        PdfDocument document, Action<PdfPage, StructureElement> cover, string coverName, IReadOnlyList<Section> sections, Furniture furniture)
    {
        var coverSection = document.Structure.Add(StructureType.Sect);
        var front = document.AddPage(Paper.Width, Paper.Height);
        document.AddBookmark(coverName, new PdfDestination(front, 0));
        Write(document, sections, furniture);
        cover(front, coverSection);
    }

    /// <summary>Adds all sections to a document; the pages that it has already count.</summary>
    /// <param name="document">The document.</param>
    /// <param name="sections">The chapters, each from a new page.</param>
    /// <param name="furniture">Header and footer.</param>
    public static void Write(PdfDocument document, IReadOnlyList<Section> sections, Furniture furniture)
    {
        var before = document.Pages.Count;
        var numbers = new PageNumbers([.. sections.Select(section => section.Name)]);
        var laid = sections
            .Select(section => Pagination.Of(Layout.Of(section, document.Structure.Add(StructureType.Sect), numbers)))
            .ToList();

        List<(PdfPage Page, List<Placed> Strips, string? Continues)> pages = [];
        for (var i = 0; i < sections.Count; i++)
        {
            foreach (var strips in laid[i])
                pages.Add((document.AddPage(Paper.Width, Paper.Height), strips, strips == laid[i][0] ? null : sections[i].Name));
            var first = pages.Count - laid[i].Count;
            numbers[i] = (pages[first].Page, before + first + 1);
            document.AddBookmark(sections[i].Name, new PdfDestination(pages[first].Page, 0));
        }

        for (var i = 0; i < pages.Count; i++)
        {
            Paint(pages[i].Page, before + i + 1, before + pages.Count, pages[i].Continues, furniture);
            foreach (var placed in pages[i].Strips)
                placed.Strip.Paint(pages[i].Page, placed.Top);
        }
    }

    private static void Paint(PdfPage page, int number, int count, string? continues, Furniture furniture) => page.Artifact(() =>
    {
        var style = Typography.Furniture;
        var surface = new PdfSurface(page, 0, 0);
        var right = Paper.Width - Paper.Margin;
        surface.Paint(new Box(0, 0, 5, Paper.Height, furniture.Spine));
        var mark = new Text(right, 36, furniture.Mark ?? "", style.Strong.In(Palette.Underestimated), Anchor.End);
        surface.Paint(new Text(Paper.Margin, 36, LineBreaker.Fit(furniture.Header, style, mark.Left - Paper.Margin - 12), style));
        if (furniture.Mark is not null)
            surface.Paint(mark);
        surface.Paint(new Line(Paper.Margin, 42, right, 42, new Stroke(Palette.Hairline, 0.6)));
        if (continues is not null)
            surface.Paint(new Text(Paper.Margin, 58, LineBreaker.Fit(furniture.Continued(continues), Typography.Kicker, Paper.TextWidth), Typography.Kicker));
        surface.Paint(new Text(Paper.Margin, Paper.Height - 34, furniture.Footer, style));
        surface.Paint(new Text(right, Paper.Height - 34, furniture.PageOf(number, count), style, Anchor.End));
    });
}
