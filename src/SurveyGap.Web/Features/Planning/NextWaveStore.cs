using Dapper;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Planning;

/// <summary>What the next wave takes over from the last one.</summary>
public sealed class NextWaveStore(ClientScope clients)
{
    private const string DraftSql = """
        select d.wave_id
        from   wave w
        join   wave d using (client_id, study_id)
        where  w.client_id = @client and w.wave_id = @wave and d.opened_at is null
        order  by d.created_at desc
        limit  1
        """;

    /// <summary>The draft that the wave's study has already; null if none.</summary>
    public Task<Guid?> Draft(Guid client, Guid wave, CancellationToken cancellation) =>
        clients.Run(client, db => db.QuerySingleOrDefaultAsync<Guid?>(DraftSql, new { client, wave }), cancellation);

    private const string NamesSql = "select name from wave where client_id = @client and study_id = @study";

    /// <summary>What the waves of a study are called.</summary>
    public Task<IReadOnlyList<string>> Names(Guid client, Guid study, CancellationToken cancellation) =>
        clients.Run<IReadOnlyList<string>>(client, async db => [.. await db.QueryAsync<string>(NamesSql, new { client, study })], cancellation);

    private const string SegmentsSql = "select key, name from segment where client_id = @client and wave_id = @wave order by position";

    public Task<IReadOnlyList<Segment>> Segments(Guid client, Guid wave, CancellationToken cancellation) =>
        clients.Run<IReadOnlyList<Segment>>(client, async db => [.. await db.QueryAsync<Segment>(SegmentsSql, new { client, wave })], cancellation);

    // Whoever does not want to be written to, or cannot be, is not invited again.
    private const string PeopleSql = """
        select name, email, language, audience, segments
        from   invitation
        where  client_id = @client and wave_id = @wave and revoked_at is null and unsubscribed_at is null and not bounced
        """;

    public Task<IReadOnlyList<FormerPerson>> People(Guid client, Guid wave, CancellationToken cancellation) =>
        clients.Run<IReadOnlyList<FormerPerson>>(client, async db => [.. await db.QueryAsync<FormerPerson>(PeopleSql, new { client, wave })], cancellation);
}

/// <summary>Somebody who was invited last time.</summary>
public sealed record FormerPerson
{
    public required string? Name { get; init; }

    public required string? Email { get; init; }

    public required string Language { get; init; }

    public required Audience Audience { get; init; }

    public required string?[] Segments { get; init; }
}
