namespace SurveyGap.Reports.Pdf;

/// <summary>An entry in the viewer's table of contents.</summary>
public sealed class PdfBookmark
{
    internal PdfBookmark(string title, PdfDestination target) => (Title, Target) = (title, target);

    internal string Title { get; }
    internal PdfDestination Target { get; }
    internal List<PdfBookmark> Children { get; } = [];

    /// <summary>Adds an entry below this one.</summary>
    public PdfBookmark Add(string title, PdfDestination target)
    {
        var child = new PdfBookmark(title, target);
        Children.Add(child);
        return child;
    }
}
