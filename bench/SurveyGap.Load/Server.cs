using System.Diagnostics;
using System.Globalization;

namespace SurveyGap.Load;

/// <summary>Kills PostgreSQL where it hurts: one working process with SIGKILL, upon which the server ends all others and recovers from its log.</summary>
internal static class Server
{
    public static void KillOneBackend(string data)
    {
        var pidFile = Directory.EnumerateFiles(Path.Combine(data, "postgres"), "postmaster.pid", SearchOption.AllDirectories).Single();
        var postmaster = int.Parse(File.ReadLines(pidFile).First(), CultureInfo.InvariantCulture);
        var backend = Process.GetProcesses().FirstOrDefault(process => ParentOf(process.Id) == postmaster && CommandOf(process.Id).Contains("surveygap_app", StringComparison.Ordinal));
        backend?.Kill();
    }

    private static int? ParentOf(int process) => Read($"/proc/{process}/stat") is { } stat
        ? int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture)
        : null;

    private static string CommandOf(int process) => Read($"/proc/{process}/cmdline") ?? "";

    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return null; // ended meanwhile
        }
    }
}
