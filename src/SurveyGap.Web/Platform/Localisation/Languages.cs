using System.Globalization;

namespace SurveyGap.Web.Platform.Localisation;

/// <summary>
/// The languages that texts ship in: those with a folder of compiled texts beside the program.
/// So a new language is new files (<c>Texts.fr.resx</c>) and no code.
/// </summary>
public static class Languages
{
    /// <summary>What is shown to a browser that asks for none of the others.</summary>
    public const string Default = "de";

    /// <summary>The claim of a session that names its account's language.</summary>
    public const string Claim = "language";

    /// <summary>All languages, the default first. Not every feature speaks each: respondents are asked in more than consultants.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Find()];

    /// <summary>The languages of the workspace: those that have a text file in every feature.</summary>
    public static IReadOnlyList<string> Workspace { get; } = [.. All.Where(language => Features(language) == Features(Default))];

    /// <summary>How a language writes days for us: in English as in Britain, the day before the month, as in the report.</summary>
    public static CultureInfo Dates(string language) => CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : language);

    private static IEnumerable<string> Find()
    {
        var texts = $"{typeof(Languages).Assembly.GetName().Name}.resources.dll";
        return Directory.EnumerateDirectories(AppContext.BaseDirectory)
            .Where(folder => File.Exists(Path.Combine(folder, texts)))
            .Select(folder => Path.GetFileName(folder))
            .OrderBy(language => language != Default)
            .ThenBy(language => language, StringComparer.Ordinal);
    }

    private static int Features(string language) =>
        typeof(Languages).Assembly.GetSatelliteAssembly(CultureInfo.GetCultureInfo(language)).GetManifestResourceNames().Length;
}
