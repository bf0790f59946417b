using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Planning;

/// <summary>Which waves are to open, at whichever client.</summary>
public sealed class WavesToOpenStore(WorkerScope worker)
{
    private const string DueSql = "select client_id as client, wave_id as wave from waves_to_open(@at)";

    public Task<IReadOnlyList<WaveToOpen>> Due(DateTimeOffset at, CancellationToken cancellation) =>
        worker.Run<IReadOnlyList<WaveToOpen>>(async db => [.. await db.QueryAsync<WaveToOpen>(DueSql, new { at })], cancellation);
}

/// <summary>A wave whose time has come, and whose it is.</summary>
public sealed record WaveToOpen
{
    public required Guid Client { get; init; }

    public required Guid Wave { get; init; }
}
