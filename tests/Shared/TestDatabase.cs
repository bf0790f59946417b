using System.Security.Cryptography;
using Npgsql;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Testing;

/// <summary>
/// A database of its own for a test class (<c>IClassFixture&lt;TestDatabase&gt;</c>): a clone of the migrated one, reached
/// through the product's scopes, as the app's role.
/// </summary>
public sealed class TestDatabase(TestCluster cluster) : IAsyncLifetime
{
    private readonly string _name = $"test_{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
    private readonly AppDatabase _database = new();
    private NpgsqlDataSource? _maintenance;

    /// <summary>As the app's role; fits ConnectionStrings:SurveyGap.</summary>
    public string App { get; private set; } = "";

    /// <summary>As the schema's owner; fits ConnectionStrings:SurveyGapOwner.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>Where the whole cluster of this run keeps its files, other classes' databases included.</summary>
    public string Files { get; private set; } = "";

    public ClientScope Client => new(Transactions);

    public AccountScope Account => new(Transactions);

    public ResolverScope Resolver => new(Transactions);

    public WorkerScope Worker => new(Transactions);

    internal Transactions Transactions => new(_database, TimeProvider.System);

    public async ValueTask InitializeAsync()
    {
        var server = await cluster.Server;
        Files = server.Folder;
        App = new NpgsqlConnectionStringBuilder(server.App.ConnectionString) { Database = _name }.ConnectionString;
        Owner = new NpgsqlConnectionStringBuilder(server.Owner.ConnectionString) { Database = _name }.ConnectionString;
        _maintenance = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.Owner.ConnectionString) { Database = "postgres", Pooling = false });
        await Maintain($"create database {_name} template {server.Owner.Database}");
        _database.Use(App);
    }

    /// <summary>Writes all changes to the files, for tests that search them.</summary>
    public Task Checkpoint() => Maintain("checkpoint");

    /// <summary>A connection that no scope has prepared.</summary>
    internal static async Task<NpgsqlConnection> Connect(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await Maintain($"drop database {_name} with (force)");
        await _maintenance!.DisposeAsync();
    }

    private async Task Maintain(string statement)
    {
        await using var command = _maintenance!.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
