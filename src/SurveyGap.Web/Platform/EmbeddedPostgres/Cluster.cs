using System.Diagnostics;

namespace SurveyGap.Web.Platform.EmbeddedPostgres;

/// <summary>One PostgreSQL cluster on disk: made once, started, adopted, stopped.</summary>
internal sealed class Cluster(PostgresBinaries binaries, ServerUser user, string folder, bool throwaway)
{
    public const string OwnerRole = "surveygap_owner";
    public const string DatabaseName = "surveygap";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ServerProcesses _processes = new(user, folder);

    public string Folder => folder;

    public bool Exists => Directory.Exists(folder);

    // Made beside its place and moved there when complete: a cluster that stands in its place can be used.
    public async Task Create(Passwords passwords, CancellationToken cancellation)
    {
        var unfinished = $"{folder}.new";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        await user.CreateFolder(unfinished, cancellation);

        (await user.Run(binaries.Initdb,
            [
                "-D", unfinished, "-U", "postgres", "-E", "UTF8", "-A", "reject", "--no-instructions",
                OperatingSystem.IsLinux() ? "--locale=C.UTF-8" : "--locale=en_US.UTF-8",
                .. throwaway ? ["--no-sync"] : Array.Empty<string>(),
            ], cancellation)).Check();
        await File.AppendAllTextAsync(Path.Combine(unfinished, "postgresql.conf"), $"include '{ClusterSettings.FileName}'\n", cancellation);
        await ClusterSettings.Write(unfinished, throwaway, cancellation);
        await File.WriteAllTextAsync(Path.Combine(unfinished, "pg_hba.conf"), ClusterSettings.WhoMayConnect, cancellation);

        // In single-user mode: the superuser never gets a password, and can never connect.
        (await user.Run(binaries.Postgres, ["--single", "-c", "exit_on_error=on", "-D", unfinished, "postgres"], cancellation, RolesAndDatabase(passwords))).Check();
        Directory.Move(unfinished, folder);
    }

    private string RolesAndDatabase(Passwords passwords) => $"""
        create role {OwnerRole} login createrole {(throwaway ? "createdb in role pg_checkpoint, pg_signal_backend" : "")} password '{passwords.Owner}'
        create role {Migrations.Schema.AppRole} login password '{passwords.App}'
        create database {DatabaseName} owner {OwnerRole}

        """;

    /// <summary>Adopts the server that runs already, or starts it; comes back when it accepts connections.</summary>
    public async Task<Postmaster> Run(CancellationToken cancellation)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience;)
        {
            var postmaster = Postmaster.Read(folder);
            if (postmaster is null || !await _processes.Include(postmaster.ProcessId, cancellation))
                await Start(cancellation);
            else if (postmaster.IsReady)
                return postmaster;
            else
                await Task.Delay(20, cancellation); // it is starting or stopping
        }

        throw new SetupException($"PostgreSQL in {folder} is neither ready nor gone after {Patience.TotalSeconds} seconds; see {Log}.");
    }

    private async Task Start(CancellationToken cancellation)
    {
        // PostgreSQL removes what a dead server left itself, but not when its number now belongs to somebody else, or to a zombie.
        if (File.Exists(Postmaster.PidFile(folder)) && await _processes.AreGone(cancellation))
        {
            foreach (var left in Directory.EnumerateFiles(folder, ".s.PGSQL.*").Append(Postmaster.PidFile(folder)))
                File.Delete(left);
        }

        await ClusterSettings.Write(folder, throwaway, cancellation);
        // pg_ctl gives the server a session of its own, so that Ctrl-C reaches the app alone.
        var started = await user.Run(binaries.PgCtl, ["start", "-D", folder, "-l", Log, "-s", "-w", "-t", "60"], cancellation);
        if (!started.Succeeded)
            throw new SetupException($"PostgreSQL does not start. {started.Error}{string.Join('\n', File.ReadLines(Log).TakeLast(10))}");
    }

    public async Task Stop()
    {
        if (Postmaster.Read(folder) is not null)
            (await user.Run(binaries.PgCtl, ["stop", "-D", folder, "-s", "-w", "-m", "fast", "-t", "20"], CancellationToken.None)).Check();
    }

    private string Log => Path.Combine(folder, "server.log");
}
