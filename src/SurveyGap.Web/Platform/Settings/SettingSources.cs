using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace SurveyGap.Web.Platform.Settings;

/// <summary>Where settings come from, and what may not come from there.</summary>
internal static class SettingSources
{
    /// <summary>Reads the file in the program's folder too, so that a verb that is typed elsewhere finds the same database. All other sources win over it.</summary>
    public static void AddFileIn(this IConfigurationBuilder settings, string folder)
    {
        JsonConfigurationSource beside = new() { Path = Path.Combine(folder, "appsettings.json"), Optional = true };
        beside.ResolveFileProvider();
        var files = settings.Sources.OfType<JsonConfigurationSource>().Select(settings.Sources.IndexOf).DefaultIfEmpty(settings.Sources.Count).Min();
        settings.Sources.Insert(files, beside);
    }

    /// <summary>
    /// A misspelt setting would be ignored without a word, and with it what respondents are told about retention, or the database.
    /// Variables of the environment may be another program's: they are looked at only where nobody else's can be.
    /// </summary>
    /// <exception cref="SetupException">There is one that does not exist.</exception>
    public static void RefuseUnknown(this IConfigurationRoot settings)
    {
        foreach (var source in settings.Providers)
        {
            if (Names(source, parent: null).FirstOrDefault(name => !SettingNames.IsKnown(name) && IsMeantForUs(source, name)) is { } unknown)
                throw new SetupException($"{unknown}{Place(source)} is no setting; {(SettingNames.Nearest(unknown) is { } near ? $"{near} was probably meant" : "the README's table names them all")}.");
        }
    }

    private static bool IsMeantForUs(IConfigurationProvider source, string name) =>
        source is FileConfigurationProvider or CommandLineConfigurationProvider
        || (source is EnvironmentVariablesConfigurationProvider && SettingNames.IsInOurSections(name));

    // An empty object or list has a name, but says nothing.
    private static IEnumerable<string> Names(IConfigurationProvider source, string? parent) => source.GetChildKeys([], parent)
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Select(key => parent is null ? key : $"{parent}:{key}")
        .SelectMany(name => source.TryGet(name, out var value) && value is { Length: > 0 } ? Names(source, name).Prepend(name) : Names(source, name));

    private static string Place(IConfigurationProvider source) =>
        source is FileConfigurationProvider { Source: { Path: { } path } file } ? $" (in {file.FileProvider?.GetFileInfo(path).PhysicalPath ?? path})" : "";
}
