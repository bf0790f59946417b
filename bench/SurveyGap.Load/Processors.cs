using System.Diagnostics;
using System.Globalization;
using SurveyGap.Load.Faults;

namespace SurveyGap.Load;

/// <summary>What the machine's processors did, for each of the three that share them.</summary>
internal sealed record Processors(TimeSpan Application, TimeSpan Postgres, TimeSpan Players)
{
    // As the kernel shows times to programs, whatever it counts in itself.
    private const double TicksASecond = 100;

    public static Processors None { get; } = new(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>So far; the embedded PostgreSQL is known by its data folder.</summary>
    public static Processors UsedBy(Site site, string data)
    {
        using var self = Process.GetCurrentProcess();
        return new(site.Processor, OfPostgres(Server.Postmaster(data)), self.TotalProcessorTime);
    }

    /// <summary>The postmaster, and the processes that it has and had.</summary>
    public static TimeSpan OfPostgres(int postmaster)
    {
        var ticks = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(folder["/proc/".Length])))
        {
            // See «man 5 proc»: after the name in brackets come state, parent, …, user, system, and both of children that ended.
            if (Read(Path.Combine(folder, "stat")) is not { } stat)
                continue;
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var isPostmaster = folder.AsSpan("/proc/".Length).SequenceEqual(postmaster.ToString(CultureInfo.InvariantCulture));
            if (isPostmaster || int.Parse(fields[1], CultureInfo.InvariantCulture) == postmaster)
                ticks += fields[11..(isPostmaster ? 15 : 13)].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
        }

        return TimeSpan.FromSeconds(ticks / TicksASecond);
    }

    // Processes end while they are looked at.
    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static Processors operator -(Processors after, Processors before) =>
        new(after.Application - before.Application, after.Postgres - before.Postgres, after.Players - before.Players);

    public static Processors operator /(Processors all, int people) => new(all.Application / people, all.Postgres / people, all.Players / people);
}
