using System.CommandLine;
using System.CommandLine.Parsing;

namespace SurveyGap.Web.CommandLine;

/// <summary>Runs the web application until it is stopped.</summary>
internal static class Serve
{
    // The host's own settings; everything else that may be set has a section.
    private static readonly string[] HostSettings = ["environment", "contentRoot", "applicationName"];

    /// <summary>Makes the command serve: the root, and the verb.</summary>
    public static T On<T>(T command) where T : Command
    {
        var urls = SettingOption.Urls();
        var data = SettingOption.Data();
        Option<bool> demo = new("--demo") { Description = "With the demo client." };
        Argument<string[]> settings = new("settings") { Arity = ArgumentArity.ZeroOrMore, Hidden = true };
        settings.Validators.Add(RefuseWhatIsNoSetting);
        command.Add(urls);
        command.Add(data);
        command.Add(demo);
        command.Add(settings);

        command.SetAction(async (parsed, stop) =>
        {
            await using var app = SurveyGapApp.Create(
            [
                .. SettingOption.Given(parsed, urls, data),
                .. parsed.GetValue(demo) ? ["--demo=true"] : Array.Empty<string>(),
                .. parsed.GetValue(settings) ?? [],
            ]);
            try
            {
                await app.RunAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // It was stopped while it still waited for its database.
            }

            return ExitCode.Done;
        });
        return command;
    }

    // A mistyped verb or option lands here too, and must not start a server.
    private static void RefuseWhatIsNoSetting(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(token => !IsSetting(token.Value)))
            result.AddError($"«{token.Value}» is neither a verb nor an option.");
    }

    private static bool IsSetting(string token) =>
        token.StartsWith("--", StringComparison.Ordinal)
        && token[2..].Split('=', 2) is [var name, _]
        && (name.Contains(':', StringComparison.Ordinal) || HostSettings.Contains(name, StringComparer.OrdinalIgnoreCase));
}
