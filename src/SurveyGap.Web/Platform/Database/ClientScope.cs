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
}
