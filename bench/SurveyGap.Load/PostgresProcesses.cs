using System.Globalization;

namespace SurveyGap.Load;

/// <summary>The processes of the PostgreSQL of a data folder.</summary>
internal static class PostgresProcesses
{
    private const int TicksPerSecond = 100;

    /// <summary>What it has used of the processors so far: the postmaster, those who work for it, and those who did.</summary>
    public static TimeSpan Processor(string data)
    {
        var postmaster = Postmaster(data);
        var ticks = Directory.EnumerateDirectories("/proc").Where(process => char.IsAsciiDigit(Path.GetFileName(process)[0])).Sum(process =>
        {
            var fields = Fields(process);
            var own = Path.GetFileName(process) == postmaster;
            // Fields 4 and 14 to 17 of proc(5): whose child it is, its own time, and that of its children who have ended.
            return own || fields.ElementAtOrDefault(1) == postmaster ? fields[11..(own ? 15 : 13)].Sum(field => long.Parse(field, CultureInfo.InvariantCulture)) : 0;
        });
        return TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
    }

    private static string[] Fields(string process)
    {
        try
        {
            var line = File.ReadAllText(Path.Combine(process, "stat"));
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            // It has ended in the meantime.
            return [];
        }
    }

    private static string Postmaster(string data) => File.ReadLines(
        Directory.EnumerateFiles(Path.Combine(data, "postgres"), "postmaster.pid", SearchOption.AllDirectories).Single()).First();
}
