using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SurveyGap.Load;

/// <summary>The latest rows of each item, as JSON and as a table. What did not run this time stays as it was, with its own date.</summary>
internal static class LatestRuns
{
    private static readonly string Folder = Path.Combine("bench", "results");

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<SortedDictionary<string, LatestRun<T>>> Add<T>(
        string name, string item, IReadOnlyList<T> rows, Func<SortedDictionary<string, LatestRun<T>>, string> table)
    {
        Directory.CreateDirectory(Folder);
        var file = Path.Combine(Folder, $"{name}.json");
        var all = File.Exists(file) ? JsonSerializer.Deserialize<SortedDictionary<string, LatestRun<T>>>(await File.ReadAllTextAsync(file), Json)! : [];
        all[item] = new LatestRun<T>(TimeProvider.System.GetUtcNow(), LoadAverage(), rows);
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(all, Json) + "\n");
        await File.WriteAllTextAsync(Path.Combine(Folder, $"{name}.md"), table(all));
        return all;
    }

    // Of the last minute.
    private static double LoadAverage() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
}

/// <param name="At">When it ran.</param>
/// <param name="Load">How many processes ran or waited at its end.</param>
/// <param name="Rows">What came out.</param>
internal sealed record LatestRun<T>(DateTimeOffset At, double Load, IReadOnlyList<T> Rows);
