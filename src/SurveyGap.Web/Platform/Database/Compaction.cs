using Dapper;
using Npgsql;

namespace SurveyGap.Web.Platform.Database;

/// <summary>
/// Gives each table and its indexes new files. Deleted rows stay readable in the old ones for whoever has the disk: an ordinary
/// VACUUM frees their place and leaves what stands there.
/// </summary>
internal static class Compaction
{
    private const string TablesSql = "select format('%I', tablename) from pg_tables where schemaname = 'public' and tableowner = current_user order by 1";

    private const int NoTimeout = 0;

    /// <returns>How many tables.</returns>
    public static async Task<int> Run(string owner, CancellationToken cancellation)
    {
        await using NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder(owner) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        var tables = (await connection.QueryAsync<string>(new CommandDefinition(TablesSql, cancellationToken: cancellation))).ToList();
        foreach (var table in tables)
            await connection.ExecuteAsync(new CommandDefinition($"vacuum (full, analyze) {table}", commandTimeout: NoTimeout, cancellationToken: cancellation));
        return tables.Count;
    }
}
