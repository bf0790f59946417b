using System.Globalization;

namespace SurveyGap.Web.Platform.Localisation;

/// <summary>
/// The languages of the workspace: those that have a text file in every feature. So a new language is new files
/// (<c>Texts.fr.resx</c>) and no code. A respondent's pages may speak more: what the wave's questionnaire speaks.
/// </summary>
public static class Languages
{
    /// <summary>What is shown to a browser that asks for none of the others.</summary>
    public const string Default = "de";

    /// <summary>The claim of a session that names its account's language.</summary>
    public const string Claim = "language";

    /// <summary>All languages, the default first.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Complete()];

    private static IEnumerable<string> Complete()
    {
        var expected = Features(Default).Length;
        return Directory.EnumerateDirectories(AppContext.BaseDirectory, "??")
            .Where(folder => File.Exists(Path.Combine(folder, $"{typeof(Languages).Assembly.GetName().Name}.resources.dll")))
            .Select(folder => Path.GetFileName(folder))
            .Where(language => Features(language).Length == expected)
            .OrderBy(language => language != Default)
            .ThenBy(language => language, StringComparer.Ordinal);
    }

    private static string[] Features(string language) =>
        typeof(Languages).Assembly.GetSatelliteAssembly(CultureInfo.GetCultureInfo(language)).GetManifestResourceNames();
}
