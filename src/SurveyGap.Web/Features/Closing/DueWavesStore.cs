using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Closing;

/// <summary>Which waves something is due for, at whichever client.</summary>
public sealed class DueWavesStore(WorkerScope worker, ClientScope clients)
{
    private const string ToCloseSql = "select client_id as client, wave_id as wave from waves_to_close(@at)";

    public Task<IReadOnlyList<DueWave>> ToClose(DateTimeOffset at, CancellationToken cancellation) => Find(ToCloseSql, new { at }, cancellation);

    private const string ToPurgeSql = "select client_id as client, wave_id as wave from waves_to_purge(@at)";

    /// <summary>Closed waves whose responses have been kept as long as was said.</summary>
    public Task<IReadOnlyList<DueWave>> ToPurge(DateTimeOffset at, CancellationToken cancellation) => Find(ToPurgeSql, new { at }, cancellation);

    private const string ClosedSql = "select wave_id from closed_waves(@among)";

    /// <summary>Which of these waves are closed.</summary>
    public Task<IReadOnlyList<Guid>> Closed(IReadOnlyList<Guid> among, CancellationToken cancellation) =>
        worker.Run<IReadOnlyList<Guid>>(async db => [.. await db.QueryAsync<Guid>(ClosedSql, new { among = among.ToArray() })], cancellation);

    private const string PurgeSql = """
        delete from response where client_id = @client and wave_id = @wave;
        update wave set keep_responses_until = null where client_id = @client and wave_id = @wave
        """;

    /// <summary>Deletes the nameless responses; counts and comments stay.</summary>
    public Task Purge(DueWave wave, CancellationToken cancellation) =>
        clients.Run(wave.Client, db => db.ExecuteAsync(PurgeSql, new { wave.Client, wave.Wave }), cancellation);

    private Task<IReadOnlyList<DueWave>> Find(string sql, object parameters, CancellationToken cancellation) =>
        worker.Run<IReadOnlyList<DueWave>>(async db => [.. await db.QueryAsync<DueWave>(sql, parameters)], cancellation);
}

/// <summary>A wave and whose it is.</summary>
public sealed record DueWave
{
    public required Guid Client { get; init; }

    public required Guid Wave { get; init; }
}
