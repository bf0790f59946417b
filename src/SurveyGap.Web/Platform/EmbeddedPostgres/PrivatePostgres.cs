using System.Globalization;
using Npgsql;
using SurveyGap.Migrations;

namespace SurveyGap.Web.Platform.EmbeddedPostgres;

/// <summary>
/// A PostgreSQL of our own, made from the machine's binaries and kept in the data folder. It outlives a crash of the app
/// (the next start adopts it) and stops when the last process that uses the folder leaves.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private const int StatementsKeptPrepared = 200;

    private readonly Cluster _cluster;
    private readonly ClusterLocks _locks;
    private readonly Passwords _passwords;

    private PrivatePostgres(Cluster cluster, ClusterLocks locks, Postmaster postmaster, Passwords passwords)
    {
        (_cluster, _locks, _passwords) = (cluster, locks, passwords);
        App = AppAt(postmaster);
        Owner = postmaster.Address(Cluster.OwnerRole, passwords.Owner);
    }

    /// <summary>The way in as the app's role.</summary>
    public NpgsqlConnectionStringBuilder App { get; private set; }

    /// <summary>The way in as the owner of the schema: no superuser, or faults in the policies would stay hidden.</summary>
    public NpgsqlConnectionStringBuilder Owner { get; }

    /// <summary>Where PostgreSQL keeps its files.</summary>
    public string Folder => _cluster.Folder;

    /// <summary>Whether the data folder holds a cluster, running or not.</summary>
    public static bool Exists(string dataFolder) => Home(dataFolder) is var home && Directory.Exists(home) && ClusterFolder.Major(home) is not null;

    /// <exception cref="SetupException">No binaries, no user to run them as, or PostgreSQL refuses to start.</exception>
    public static async Task<PrivatePostgres> Start(PrivatePostgresOptions options, CancellationToken cancellation)
    {
        var home = OwnFiles.MakeFolder(Home(options.DataFolder)).FullName;
        var user = ServerUser.Find(options.User);
        var locks = new ClusterLocks(home);
        using (await locks.ForStartOrStop(cancellation))
        {
            var binaries = await PostgresBinaries.Find(options.Binaries, user, home, cancellation);
            var folder = await ClusterFolder.Find(home, binaries.Major.ToString(CultureInfo.InvariantCulture), user, cancellation);
            var cluster = new Cluster(binaries, user, folder, options.Throwaway);
            var passwords = cluster.Exists
                ? await Passwords.Read(home, cancellation)
                : await Passwords.Create(home, cancellation);
            if (!cluster.Exists)
                await cluster.Create(passwords, cancellation);

            var postmaster = await cluster.Run(cancellation);
            locks.Enter();
            return new PrivatePostgres(cluster, locks, postmaster, passwords);
        }
    }

    /// <summary>Whether the server's process lives: a glance, cheap enough for every second.</summary>
    public bool IsRunning => Postmaster.Read(Folder) is { } postmaster && ServerProcesses.Runs(postmaster.ProcessId);

    /// <summary>Starts the server again that died under us, or adopts the one that another process has started by now. <see cref="App"/> may have moved.</summary>
    /// <exception cref="SetupException">PostgreSQL refuses to start.</exception>
    public async Task Revive(CancellationToken cancellation)
    {
        using (await _locks.ForStartOrStop(cancellation))
            App = AppAt(await _cluster.Run(cancellation));
    }

    private static string Home(string dataFolder) => Path.Combine(Path.GetFullPath(dataFolder), "postgres");

    private NpgsqlConnectionStringBuilder AppAt(Postmaster postmaster)
    {
        var app = postmaster.Address(Schema.AppRole, _passwords.App);
        // No pooler in between that could give the next statement to a server process that never saw it prepared.
        app.MaxAutoPrepare = StatementsKeptPrepared;
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        using (await _locks.ForStartOrStop(CancellationToken.None))
        {
            if (_locks.LeaveAsTheLast())
                await _cluster.Stop();
        }
    }
}

/// <param name="DataFolder">The app's data folder; the cluster lives in «postgres» below it.</param>
public sealed record PrivatePostgresOptions(string DataFolder)
{
    /// <summary>The folder with initdb, pg_ctl and postgres; null: look for it.</summary>
    public string? Binaries { get; init; }

    /// <summary>Who runs the server when this process is root; null: «postgres», else «nobody».</summary>
    public string? User { get; init; }

    /// <summary>For tests: nothing has to survive a power cut, and the owner may create databases.</summary>
    public bool Throwaway { get; init; }
}
