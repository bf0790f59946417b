using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using SurveyGap.Web.Features.Answering;

namespace SurveyGap.Load;

/// <summary>What the same PostgreSQL makes of nothing but the insert: the ceiling.</summary>
internal static partial class BareInserts
{
    private const int Seconds = 5;

    public static async Task<double> PerSecond(Crowd crowd, int atOnce)
    {
        await using var postgres = await crowd.Postgres();
        var script = Path.Combine(crowd.Data, "insert.sql");
        // As random as a sealed ballot is, or PostgreSQL would make it small.
        var ballot = RandomNumberGenerator.GetHexString(2 * (BallotFormat.Smallest + 28));
        await File.WriteAllTextAsync(script, $"""
            insert into ballot (client_id, wave_id, answer_key, sealed)
            values ('{crowd.Client}', '{Guid.NewGuid()}', sha256(gen_random_uuid()::text::bytea), '\x{ballot}')
            on conflict do nothing;
            """);
        string[] arguments = ["-n", "-M", "prepared", "-f", script, "-c", $"{atOnce}", "-j", "2", "-T", $"{Seconds}", postgres.App.Database!];
        var start = new ProcessStartInfo(Program(), arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["PGOPTIONS"] = $"-c app.client={crowd.Client}";
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
