using System.Diagnostics;
using System.Security.Cryptography;
using Npgsql;
using SurveyGap.Migrations;
using SurveyGap.Testing;
using SurveyGap.Web.Platform.EmbeddedPostgres;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace SurveyGap.Testing;

/// <summary>
/// One private PostgreSQL for a test run, started when the first test asks for a database and deleted at the end;
/// its first database is migrated, and <see cref="TestDatabase"/> clones it.
/// </summary>
public sealed class TestCluster : IAsyncDisposable
{
    // With the user, because nobody can clean up after another.
    private static readonly string Prefix = $"surveygap-test-{Environment.UserName}-";

    private readonly Lazy<Task<PrivatePostgres>> _server = new(StartMigrated);

    internal Task<PrivatePostgres> Server => _server.Value;

    private static async Task<PrivatePostgres> StartMigrated()
    {
        foreach (var folder in LeftByRunsThatDied())
            Directory.Delete(folder, recursive: true); // should its server still run: without its files it stops within a minute

        var server = await PrivatePostgres.Start(Options(NewFolder()), TestContext.Current.CancellationToken);
        await SchemaContext.Migrate(server.Owner.ConnectionString, TestContext.Current.CancellationToken);
        // Nobody may be connected to what is cloned.
        await using var connection = new NpgsqlConnection(server.Owner.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_server.IsValueCreated)
            return;
        var server = await Server;
        await server.DisposeAsync();
        Directory.Delete(DataFolder(server), recursive: true);
    }

    /// <summary>A folder for a test's data, readable by whoever runs the server; its name tells whose it is.</summary>
    internal static string NewFolder() => Directory.CreateDirectory(Path.Combine(
        Path.GetTempPath(), $"{Prefix}{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}")).FullName;

    internal static PrivatePostgresOptions Options(string folder) => new(folder) { Throwaway = true };

    private static IEnumerable<string> LeftByRunsThatDied()
    {
        var alive = Process.GetProcesses().Select(process => $"{Prefix}{process.Id}").ToHashSet();
        return Directory.EnumerateDirectories(Path.GetTempPath(), $"{Prefix}*")
            .Where(folder => !alive.Contains(folder[(folder.LastIndexOf('/') + 1)..folder.LastIndexOf('-')]));
    }

    private static string DataFolder(PrivatePostgres server) => Path.GetFullPath(Path.Combine(server.Folder, "..", ".."));
}
