using System.CommandLine;
using SurveyGap.Web.Platform;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.CommandLine;

/// <summary>Writes every table anew, as the schema's owner: what was deleted is then in none of their files any more.</summary>
internal static class Compact
{
    public static Command Command()
    {
        var data = SettingOption.Data();
        Command command = new("compact", "Write all tables anew, so that what was deleted is in none of their files. Nobody can use them meanwhile.") { data };
        command.SetAction(async (parsed, stop) =>
        {
            await using var app = SurveyGapApp.Create(SettingOption.Given(parsed, data));
            var owner = await app.Services.GetRequiredService<DatabaseOpening>().FindExisting(stop)
                ?? throw new SetupException("Name the owner of the database in ConnectionStrings:SurveyGapOwner.");
            var tables = await Compaction.Run(owner, stop);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"Done: {tables} tables.");
            return ExitCode.Done;
        });
        return command;
    }
}
