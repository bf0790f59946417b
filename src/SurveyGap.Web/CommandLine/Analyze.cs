using System.CommandLine;

namespace SurveyGap.Web.CommandLine;

/// <summary>Prints the figures of a file of answers; needs neither database nor configuration.</summary>
internal static class Analyze
{
    public static Command Command()
    {
        Command command = new("analyze", "Compare the answers of a file, without any database.");
        var input = new AnswersInput(command);
        Option<string> format = new("--format") { Description = "A table to read, or JSON with all figures.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        command.Add(format);

        command.SetAction(async (parsed, _) =>
        {
            if (await input.Read(parsed) is not { } survey)
                return ExitCode.BadInput;

            var analysis = survey.Analyze();
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                parsed.GetValue(format) == "json" ? new AnalysisJson(analysis).Write() : AnalysisTable.Write(analysis));
            return ExitCode.Done;
        });
        return command;
    }
}
