using System.IO.Compression;
using System.Text.Json;
using Npgsql;
using SurveyGap.Migrations;

namespace SurveyGap.Web.Platform.Backups;

/// <summary>
/// Fills an empty database from an archive, as the schema's owner: the schema as it was then, the rows, and only then
/// the steps that came later.
/// </summary>
internal static class Restoration
{
    /// <summary>What the archive holds; to be asked before anything is written.</summary>
    /// <exception cref="SetupException">The archive is not of this program.</exception>
    public static async Task<Manifest> Read(ZipArchive archive, CancellationToken cancellation)
    {
        var entry = archive.GetEntry(Manifest.Name) ?? throw new SetupException($"This is no archive of a SurveyGap database: it has no {Manifest.Name}.");
        await using var text = entry.Open();
        var manifest = (await JsonSerializer.DeserializeAsync<Manifest>(text, Manifest.Format, cancellation))!;
        return manifest.Steps.Except(Schema.Steps).ToList() is [var unknown, ..]
            ? throw new SetupException($"The archive is of a newer program: its schema has the step {unknown}, which this one does not know.")
            : manifest;
    }

    /// <exception cref="SetupException">The archive is not whole.</exception>
    public static async Task<Restored> Run(string owner, ZipArchive archive, Manifest manifest, IReadOnlyList<Guid> erasedClients, CancellationToken cancellation)
    {
        await SchemaContext.Migrate(owner, cancellation, manifest.Steps[^1]);
        var restored = await Fill(owner, archive, manifest, erasedClients, cancellation);
        await SchemaContext.Migrate(owner, cancellation);
        return restored;
    }

    private const string HistorySql = $"select to_regclass('{Schema.HistoryTable}') is not null";

    /// <summary>To be asked before anything is written.</summary>
    /// <exception cref="SetupException">The database is not empty.</exception>
    public static async Task RefuseFilled(string owner, CancellationToken cancellation)
    {
        await using var connection = await Connect(owner, cancellation);
        await using NpgsqlCommand command = new(HistorySql, connection);
        if ((bool)(await command.ExecuteScalarAsync(cancellation))!)
            throw new SetupException("There is a SurveyGap database already. Restore into an empty one: name another data folder or another database, or drop this one and create it again if it holds nothing.");
    }

    // All or nothing. COPY FROM is refused under row-level security, so the policies wait until the rows are in.
    private static async Task<Restored> Fill(string owner, ZipArchive archive, Manifest manifest, IReadOnlyList<Guid> erasedClients, CancellationToken cancellation)
    {
        await using var connection = await Connect(owner, cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var table in manifest.Tables.Where(table => table.BelongsToClient))
            await Execute(connection, $"alter table {table.Quoted} disable row level security", cancellation);
        foreach (var table in manifest.Tables)
        {
            foreach (var client in Owners(table, manifest, erasedClients))
                await Copy(connection, archive, table, client, cancellation);
        }

        Restored restored = new(await Ids(connection, ClientsSql, cancellation), await Ids(connection, WavesSql, cancellation));
        foreach (var table in manifest.Tables.Where(table => table.BelongsToClient))
            await Execute(connection, $"alter table {table.Quoted} enable row level security", cancellation);
        await transaction.CommitAsync(cancellation);
        return restored;
    }

    // Of a client that was erased since, what is written about it stays, and nothing else comes back.
    private static IEnumerable<Guid?> Owners(Table table, Manifest manifest, IReadOnlyList<Guid> erasedClients) => table switch
    {
        { BelongsToClient: false } => [null],
        { Name: "audit" } => manifest.Clients.Select(client => (Guid?)client),
        _ => manifest.Clients.Except(erasedClients).Select(client => (Guid?)client),
    };

    private static async Task Copy(NpgsqlConnection connection, ZipArchive archive, Table table, Guid? client, CancellationToken cancellation)
    {
        var entry = archive.GetEntry(table.EntryOf(client)) ?? throw new SetupException($"The archive is not whole: {table.EntryOf(client)} is missing.");
        await using var rows = entry.Open();
        await using var copy = await connection.BeginRawBinaryCopyAsync($"copy {table.Quoted} ({table.ColumnList}) from stdin (format binary)", cancellation);
        await rows.CopyToAsync(copy, cancellation);
    }

    private const string ClientsSql = "select array(select client_id from client)";
    private const string WavesSql = "select array(select wave_id from wave)";

    private static async Task<Guid[]> Ids(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(sql, connection);
        return (Guid[])(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<NpgsqlConnection> Connect(string owner, CancellationToken cancellation)
    {
        NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder(owner) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>What has come back.</summary>
internal sealed record Restored(IReadOnlyList<Guid> Clients, IReadOnlyList<Guid> Waves);
