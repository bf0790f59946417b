using System.CommandLine;

namespace SurveyGap.Web.CommandLine;

/// <summary>Options that are settings too. Given here they win; left out, environment and appsettings.json have their say.</summary>
internal static class SettingOption
{
    public static Option<string?> Data() => new("--data") { Description = "Folder for everything that is kept [default: data].", HelpName = "DIR" };

    public static Option<string?> Urls() => new("--urls") { Description = "Where to listen [default: http://127.0.0.1:5080].", HelpName = "URL" };

    /// <summary>Those that were given, as settings for <see cref="SurveyGapApp.Create"/>.</summary>
    public static string[] Given(ParseResult parsed, params ReadOnlySpan<Option<string?>> options)
    {
        List<string> settings = [];
        foreach (var option in options)
        {
            if (parsed.GetValue(option) is { } value)
                settings.Add($"{option.Name}={value}");
        }

        return [.. settings];
    }
}
