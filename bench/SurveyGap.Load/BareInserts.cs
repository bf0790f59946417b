using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using SurveyGap.Load.Faults;
using SurveyGap.Web.Features.Answering;

namespace SurveyGap.Load;

/// <summary>
/// What the same PostgreSQL makes of nothing but the insert: the ceiling. The same table under the same policy as the same role;
/// the ballot comes from outside with each insert, as one does.
/// </summary>
internal static partial class BareInserts
{
    private const int Seconds = 5;

    // A statement that held the ballot itself would never have to be sent it.
    private const string InsertSql = """
        insert into ballot (client_id, wave_id, answer_key, sealed)
        values (:client, :wave, sha256(gen_random_uuid()::text::bytea), :ballot)
        on conflict do nothing;
        """;

    public static async Task<(double Rate, TimeSpan Postgres)> Measure(Crowd crowd, int atOnce)
    {
        await using var postgres = await crowd.Postgres();
        var script = Path.Combine(crowd.Data, "insert.sql");
        await File.WriteAllTextAsync(script, InsertSql);
        // As random as a sealed ballot is, or PostgreSQL would make it small.
        var ballot = RandomNumberGenerator.GetHexString(2 * (BallotFormat.Smallest + 28));
        string[] arguments =
        [
            "-n", "-M", "prepared", "-f", script, "-D", $"client={crowd.Client}", "-D", $"wave={Guid.NewGuid()}", "-D", $@"ballot=\x{ballot}",
            "-c", $"{atOnce}", "-j", "2", "-T", $"{Seconds}", postgres.App.Database!,
        ];
        var start = new ProcessStartInfo(Program(), arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["PGOPTIONS"] = $"-c app.client={crowd.Client}";
        start.Environment["PGHOST"] = postgres.App.Host;
        start.Environment["PGPORT"] = postgres.App.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = postgres.App.Username;
        start.Environment["PGPASSWORD"] = postgres.App.Password;
        var used = Processors.OfPostgres(Server.Postmaster(crowd.Data));
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        used = Processors.OfPostgres(Server.Postmaster(crowd.Data)) - used;
        var rate = double.Parse(Rate().Match(output).Groups["rate"].Value, CultureInfo.InvariantCulture);
        return (rate, used / (rate * Seconds));
    }

    private static string Program() =>
        Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin", "pgbench")).LastOrDefault(File.Exists) ?? "pgbench";

    [GeneratedRegex(@"tps = (?<rate>[\d.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rate();
}
