using System.CommandLine;
using SurveyGap.Web.CommandLine.Demo;
using SurveyGap.Web.Platform;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.CommandLine;

/// <summary>All verbs of the program; one file each.</summary>
public static class Commands
{
    // Longer than the web application takes to stop, and its PostgreSQL after it: by itself the library ends the program after two
    // seconds, whatever is still going on. Whoever runs it has to wait for as long (TimeoutStopSec in deploy/).
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(34);

    public static RootCommand Root()
    {
        var root = Serve.On(new RootCommand("SurveyGap asks executives, employees and customers the same questions and shows where the answers differ."));
        root.Add(Serve.On(new Command("serve", "Run the web application (the default).")));
        root.Add(Migrate.Command());
        root.Add(new Command("account", "The people who sign in.") { AccountAdd.Command(), AccountLink.Command() });
        root.Add(Backup.Command());
        root.Add(Restore.Command());
        root.Add(Compact.Command());
        root.Add(Bounce.Command());
        root.Add(Analyze.Command());
        root.Add(Report.Command());
        root.Add(DemoCommand.Command());
        return root;
    }

    /// <summary>Runs one command line; see <see cref="ExitCode"/> for what comes back.</summary>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors)
                await error.WriteLineAsync(fault.Message);
            await error.WriteLineAsync("Try --help.");
            return ExitCode.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = LongestStop,
            });
        }
        catch (SetupException fault)
        {
            await error.WriteLineAsync(fault.Message);
            return ExitCode.BadInput;
        }
        catch (Exception fault) when (DatabaseOpening.Refusal(fault) is { } refusal)
        {
            await error.WriteLineAsync(refusal.Message);
            return ExitCode.BadInput;
        }
    }
}
