using Dapper;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Planning;

/// <summary>Which notices of a wave have gone out by mail: each once, on any number of instances.</summary>
public sealed class NoticeStore(WorkerScope worker, ClientScope clients)
{
    private const string OpenSql = "select client_id as client, wave_id as wave from open_waves()";

    /// <summary>The waves that run, at whichever client.</summary>
    public Task<IReadOnlyList<WaveToOpen>> Open(CancellationToken cancellation) =>
        worker.Run<IReadOnlyList<WaveToOpen>>(async db => [.. await db.QueryAsync<WaveToOpen>(OpenSql)], cancellation);

    private const string TakeSql = """
        insert into wave_notice (client_id, wave_id, notice, sent_at)
        values (@client, @wave, @notice, @at)
        on conflict do nothing
        """;

    private const string ReadersSql = """
        select a.name, a.email, a.language, c.name as client_name, c.color as colour
        from   membership m
        join   account a on a.account_id = m.account_id
        join   client c on c.client_id = m.client_id
        where  m.client_id = @client and m.role = 'consultant' and a.disabled_at is null and not c.is_demo
        """;

    /// <summary>Takes a notice: its readers; nobody if it has gone out already.</summary>
    public Task<IReadOnlyList<NoticeReader>> Take(Guid client, Guid wave, WaveNotice notice, DateTimeOffset at, CancellationToken cancellation) =>
        clients.Run<IReadOnlyList<NoticeReader>>(client, async db => await db.ExecuteAsync(TakeSql, new { client, wave, notice = notice.ToString(), at }) == 1
            ? [.. await db.QueryAsync<NoticeReader>(ReadersSql, new { client })]
            : [], cancellation);
}

/// <summary>A consultant, and the client that they look after.</summary>
public sealed record NoticeReader
{
    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Language { get; init; }

    public required string ClientName { get; init; }

    public required string Colour { get; init; }
}
