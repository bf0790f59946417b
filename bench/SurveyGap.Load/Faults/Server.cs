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

    /// <summary>The process that all others of it come from.</summary>
    public static int Postmaster(string data)
    {
        var pidFile = Directory.EnumerateFiles(Path.Combine(data, "postgres"), "postmaster.pid", SearchOption.AllDirectories).Single();
        return int.Parse(File.ReadLines(pidFile).First(), CultureInfo.InvariantCulture);
    }

    private static async Task Signal(string data, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{Postmaster(data)}"]);
        await kill.WaitForExitAsync();
    }
}
