using Dapper;
using Npgsql;

namespace SurveyGap.Web.Platform.Database;

/// <summary>
/// A tenant's work: inside of it only the named client's rows exist.
/// <code>var wave = await client.Run(clientId, db => db.QuerySingleOrDefaultAsync&lt;WaveRow&gt;(FindSql, new { clientId, waveId }));</code>
/// </summary>
public sealed class ClientScope(Transactions transactions)
{
    public Task<T> Run<T>(Guid clientId, Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation = default) =>
        transactions.Run(work, cancellation, "app.client", clientId);

    public Task Run(Guid clientId, Func<NpgsqlConnection, Task> work, CancellationToken cancellation = default) =>
        Run(clientId, work.WithoutResult(), cancellation);

    private const string EnterSql = "select set_config('app.client', @client::text, true)";

    /// <summary>One statement as a transaction of its own, in one round trip: the busiest pages are made of these.</summary>
    /// <param name="parameters">Those of the statement; «client» is the tenant.</param>
    public Task<T> Ask<T>(string sql, object parameters, CancellationToken cancellation = default) =>
        Ask(EnterSql, sql, parameters, rows => rows.ReadSingleAsync<T>(), cancellation);

    /// <summary>The same where there may be no row.</summary>
    public Task<T?> AskForOne<T>(string sql, object parameters, CancellationToken cancellation = default) where T : class =>
        Ask(EnterSql, sql, parameters, rows => rows.ReadSingleOrDefaultAsync<T>(), cancellation);

    private const string EnterSharingSql = """
        select set_config('app.client', @client::text, true), set_config('lock_timeout', '2s', true),
               pg_advisory_xact_lock_shared(hashtextextended(@locked::text, 0))
        """;

    /// <summary>The same under the shared lock of what «locked» names, which is waited for briefly: <see cref="Locks"/>.</summary>
    public Task<T> AskSharing<T>(string sql, object parameters, CancellationToken cancellation = default) =>
        Ask(EnterSharingSql, sql, parameters, rows => rows.ReadSingleAsync<T>(), cancellation);

    private Task<T> Ask<T>(string enter, string sql, object parameters, Func<SqlMapper.GridReader, Task<T>> read, CancellationToken cancellation) => transactions.RunCommand(async db =>
    {
        // Two statements and not one: the second sees what was committed while the first waited for its lock.
        await using var results = await db.QueryMultipleAsync($"{enter};\n{sql}", parameters);
        await results.ReadAsync<string>();
        return await read(results);
    }, cancellation);
}
