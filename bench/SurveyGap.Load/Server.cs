using System.Diagnostics;
using System.Globalization;

namespace SurveyGap.Load;

/// <summary>Kills PostgreSQL: the postmaster itself, with SIGKILL. The application that lives beside it has to bring it back.</summary>
internal static class Server
{
    public static void Kill(string data)
    {
        var pidFile = Directory.EnumerateFiles(Path.Combine(data, "postgres"), "postmaster.pid", SearchOption.AllDirectories).Single();
        using var postmaster = Process.GetProcessById(int.Parse(File.ReadLines(pidFile).First(), CultureInfo.InvariantCulture));
        postmaster.Kill();
    }
}
