using System.IO.Compression;
using System.Text.Json;
using Npgsql;
using SurveyGap.Migrations;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Platform.Backups;

/// <summary>
/// Writes the whole database, as it was at one moment, into an archive: what belongs to nobody, then client by client
/// through the door that everybody uses. So a backup needs no role that can see past the policies.
/// </summary>
internal sealed class Snapshot(AppDatabase database)
{
    private const string BeginSql = "set transaction isolation level repeatable read, read only";

    /// <returns>Bytes before compression.</returns>
    public async Task<long> Write(ZipArchive archive, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Execute(connection, BeginSql, cancellation);

        var tables = await Tables.Of(connection, cancellation);
        List<Guid> clients = [.. await Clients(connection, cancellation)];
        var bytes = 0L;
        foreach (var table in tables.Where(table => !table.BelongsToClient))
            bytes += await Copy(connection, archive, table, client: null, cancellation);
        foreach (var client in clients)
        {
            await SetClient(connection, client, cancellation);
            foreach (var table in tables.Where(table => table.BelongsToClient))
                bytes += await Copy(connection, archive, table, client, cancellation);
        }

        Manifest manifest = new(at, await Steps(connection, cancellation), tables, clients);
        await using var entry = archive.CreateEntry(Manifest.Name).Open();
        await JsonSerializer.SerializeAsync(entry, manifest, Manifest.Format, cancellation);
        return bytes;
    }

    private static async Task<long> Copy(NpgsqlConnection connection, ZipArchive archive, Table table, Guid? client, CancellationToken cancellation)
    {
        await using var rows = await connection.BeginRawBinaryCopyAsync($"copy (select {table.ColumnList} from {table.Quoted}) to stdout (format binary)", cancellation);
        await using var entry = archive.CreateEntry(table.EntryOf(client), CompressionLevel.Fastest).Open();
        var counted = 0L;
        var buffer = new byte[81920];
        for (int read; (read = await rows.ReadAsync(buffer, cancellation)) > 0; counted += read)
            await entry.WriteAsync(buffer.AsMemory(0, read), cancellation);
        return counted;
    }

    private const string ClientsSql = "select array(select client_id from every_client() order by client_id)";

    private static async Task<Guid[]> Clients(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(ClientsSql, connection);
        return (Guid[])(await command.ExecuteScalarAsync(cancellation))!;
    }

    private const string StepsSql = $"""select array(select "MigrationId"::text from {Schema.HistoryTable} order by 1)""";

    private static async Task<string[]> Steps(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(StepsSql, connection);
        return (string[])(await command.ExecuteScalarAsync(cancellation))!;
    }

    private const string ClientSql = "select set_config('app.client', $1, true)";

    private static async Task SetClient(NpgsqlConnection connection, Guid client, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(ClientSql, connection) { Parameters = { new() { Value = client.ToString() } } };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
