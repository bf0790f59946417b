namespace SurveyGap.Web.Platform.Localisation;

/// <summary>
/// The languages of the screens. Each has a folder of compiled texts beside the program,
/// so a new language is new files (<c>Texts.fr.resx</c> in each feature) and no code.
/// </summary>
public static class Languages
{
    /// <summary>What is shown to a browser that asks for none of the others.</summary>
    public const string Default = "de";

    /// <summary>The claim of a session that names its account's language.</summary>
    public const string Claim = "language";

    /// <summary>All languages, the default first.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Find()];

    private static IEnumerable<string> Find()
    {
        var texts = $"{typeof(Languages).Assembly.GetName().Name}.resources.dll";
        return Directory.EnumerateDirectories(AppContext.BaseDirectory)
            .Where(folder => File.Exists(Path.Combine(folder, texts)))
            .Select(folder => Path.GetFileName(folder))
            .OrderBy(language => language != Default)
            .ThenBy(language => language, StringComparer.Ordinal);
    }
}
