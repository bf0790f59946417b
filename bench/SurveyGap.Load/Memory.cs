using System.Globalization;

namespace SurveyGap.Load;

/// <summary>How much memory this process had at most, as the kernel counts it.</summary>
internal static class Memory
{
    /// <summary>In megabytes.</summary>
    public static double Peak => File.ReadLines("/proc/self/status")
        .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024 / 1e6)
        .Single();

    public static void ForgetPeak() => File.WriteAllText("/proc/self/clear_refs", "5");
}
