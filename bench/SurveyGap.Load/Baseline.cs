using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SurveyGap.Load;

/// <summary>What the same PostgreSQL makes of nothing but the insert: the ceiling.</summary>
internal static partial class Baseline
{
    private const int Seconds = 10;

    public static async Task<double> InsertsPerSecond(Crowd crowd, int atOnce)
    {
        await using var postgres = await crowd.Postgres();
        var script = Path.Combine(crowd.Data, "insert.sql");
        // A ballot without a comment is 540 bytes sealed.
        await File.WriteAllTextAsync(script, $"""
            begin;
            select set_config('app.client', '{crowd.Client}', true);
            insert into ballot (client_id, wave_id, answer_key, sealed)
            values ('{crowd.Client}', '{Guid.NewGuid()}', sha256(gen_random_uuid()::text::bytea), decode(repeat('ab', 540), 'hex'))
            on conflict do nothing;
            commit;
            """);
        var start = new ProcessStartInfo(Program(), ["-n", "-M", "prepared", "-f", script, "-c", $"{atOnce}", "-j", "2", "-T", $"{Seconds}", postgres.App.Database!]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["PGHOST"] = postgres.App.Host;
        start.Environment["PGPORT"] = postgres.App.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = postgres.App.Username;
        start.Environment["PGPASSWORD"] = postgres.App.Password;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        return double.Parse(Rate().Match(output).Groups["rate"].Value, CultureInfo.InvariantCulture);
    }

    private static string Program() =>
        Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin", "pgbench")).LastOrDefault(File.Exists) ?? "pgbench";

    [GeneratedRegex(@"tps = (?<rate>[\d.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rate();
}
