using System.CommandLine;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.CommandLine.Demo;

/// <summary>Loads the demo client without starting the server, and says where to go once it runs.</summary>
internal static class DemoCommand
{
    public static Command Command()
    {
        var data = SettingOption.Data();
        Command command = new("demo", "Load a fictional client with one closed and one running wave.") { data };
        command.SetAction(async (parsed, stop) =>
        {
            await using var app = SurveyGapApp.Create(SettingOption.Given(parsed, data));
            await app.Services.GetRequiredService<DatabaseOpening>().Open(stop);
            await app.Services.GetRequiredService<DemoLoader>().Load(stop);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(await app.Services.GetRequiredService<DemoGuide>().Write(stop));
            return ExitCode.Done;
        });
        return command;
    }
}
