using System.CommandLine;
using System.CommandLine.Parsing;
using SurveyGap.Web.Platform.Database;
using SurveyGap.Web.Platform.Settings;

namespace SurveyGap.Web.CommandLine;

/// <summary>Runs the web application until it is stopped.</summary>
internal static partial class Serve
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
                await Run(app, parsed.GetValue(demo), stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // It was stopped while it still waited for its database.
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static async Task Run(WebApplication app, bool isDemo, CancellationToken stop)
    {
        foreach (var place in app.Services.GetServices<KeptPlace>())
            place.RefuseUnwritable();
        // Before the host does it: what is missing would be in the log with its stack, beside the sentence that tells it.
        await app.Services.GetRequiredService<DatabaseOpening>().StartAsync(stop);
        // The demo's guide says it too.
        if (!isDemo)
            app.Lifetime.ApplicationStarted.Register(() => LogAddress(app.Logger, string.Join(", ", app.Urls)));
        await app.RunAsync(stop);
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

    [LoggerMessage(LogLevel.Information, "Listening on {Addresses}")]
    private static partial void LogAddress(ILogger log, string addresses);
}
