using System.Diagnostics;
using System.Globalization;

namespace SurveyGap.Load.Faults;

/// <summary>Ends PostgreSQL: the postmaster itself. The application that lives beside it has to bring it back.</summary>
internal static class Server
{
    /// <summary>As a power cut would.</summary>
    public static Task Kill(string data) => Signal(data, "KILL");

    /// <summary>As «pg_ctl restart -m fast» does: transactions are broken off, and what is committed is written.</summary>
    public static Task Stop(string data) => Signal(data, "INT");

    private static async Task Signal(string data, string signal)
    {
        var pidFile = Directory.EnumerateFiles(Path.Combine(data, "postgres"), "postmaster.pid", SearchOption.AllDirectories).Single();
        var postmaster = int.Parse(File.ReadLines(pidFile).First(), CultureInfo.InvariantCulture);
        using var kill = Process.Start("kill", [$"-{signal}", $"{postmaster}"]);
        await kill.WaitForExitAsync();
    }
}
