using System.Collections.Concurrent;
using SurveyGap.Reports.Papers;
using SurveyGap.Reports.Pdf.Images;

namespace SurveyGap.Web.Features.Papers;

/// <summary>The papers under <c>templates/papers</c>, which can be edited without code, and the pictures in them.</summary>
public sealed class ShippedPapers
{
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "templates", "papers");
    private readonly ConcurrentDictionary<string, PdfImage> _pictures = new(StringComparer.Ordinal);

    /// <summary>Their names, in the order of the page.</summary>
    public static IReadOnlyList<string> All { get; } = ["information", "dossier", "record", "measures", "processing"];

    /// <summary>A paper in a language that it ships in.</summary>
    public PaperText Text(string paper, string language) => new(File.ReadAllText(Path.Combine(_folder, $"{paper}.{language}.md")));

    /// <summary>A picture of a page of the program, with its words in a language.</summary>
    public PdfImage Picture(string name, string language) => _pictures.GetOrAdd(
        $"{name}.{language}.jpg", static (file, folder) => PdfImage.Read(File.ReadAllBytes(Path.Combine(folder, "pages", file))), _folder);
}
