using System.Globalization;
using Npgsql;

namespace SurveyGap.Web.Platform.EmbeddedPostgres;

/// <summary>A server as its postmaster.pid tells: its process, where it listens, and whether it accepts connections.</summary>
internal sealed record Postmaster(int ProcessId, int Port, string Host, bool IsReady)
{
    public static string PidFile(string folder) => Path.Combine(folder, "postmaster.pid");

    /// <summary>What the file says, true or stale; null if there is none, or one that is only being written.</summary>
    public static Postmaster? Read(string folder)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(PidFile(folder));
        }
        catch (FileNotFoundException)
        {
            return null;
        }

        // Process, folder, start time, port, socket folder, address, shared memory, state.
        string Line(int number) => number < lines.Length ? lines[number].Trim() : "";
        int Number(int line) => int.TryParse(Line(line), CultureInfo.InvariantCulture, out var number) ? number : 0;
        var host = Line(4).Length > 0 ? Line(4) : Line(5);
        return Number(0) == 0 ? null : new Postmaster(Number(0), Number(3), host, IsReady: Line(7) == "ready");
    }

    public NpgsqlConnectionStringBuilder Address(string role, string password) => new()
    {
        Host = Host,
        Port = Port,
        Database = Cluster.DatabaseName,
        Username = role,
        Password = password,
    };
}
