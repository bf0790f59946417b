using System.CommandLine;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.CommandLine;

/// <summary>Brings the schema up to date, as its owner; doing it again does nothing.</summary>
internal static class Migrate
{
    public static Command Command()
    {
        var data = SettingOption.Data();
        Command command = new("migrate", "Bring the database's schema up to date.") { data };
        command.SetAction(async (parsed, stop) =>
        {
            await using var app = SurveyGapApp.Create(SettingOption.Given(parsed, data));
            var steps = await app.Services.GetRequiredService<DatabaseOpening>().Open(stop);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                steps.Count == 0 ? "The schema is up to date." : $"Done: {string.Join(", ", steps)}.");
            return ExitCode.Done;
        });
        return command;
    }
}
