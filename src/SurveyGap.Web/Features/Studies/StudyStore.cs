using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Studies;

/// <summary>The studies of a client, with what their pages show of their waves.</summary>
public sealed class StudyStore(ClientScope clients)
{
    private const string SelectSql = """
        select s.study_id, s.name, s.languages, s.archived_at is not null as is_archived,
               (select count(*) from wave w where w.client_id = s.client_id and w.study_id = s.study_id)                             as waves,
               (select count(*) from wave w where w.client_id = s.client_id and w.study_id = s.study_id and w.closed_at is not null) as closed
        from   study s
        where  s.client_id = @client
        """;

    private const string AllSql = $"{SelectSql} order by s.archived_at is not null, s.created_at desc, s.study_id";

    /// <summary>The client's studies, the newest first, archived ones last.</summary>
    public Task<IReadOnlyList<StudySummary>> All(Guid client, CancellationToken cancellation) => clients.Run<IReadOnlyList<StudySummary>>(client, async db =>
        [.. await db.QueryAsync<StudySummary>(AllSql, new { client })], cancellation);

    private const string FindSql = $"{SelectSql} and s.study_id = @study";

    /// <summary>One study; null if the client has no such study.</summary>
    public Task<StudySummary?> Find(Guid client, Guid study, CancellationToken cancellation) => clients.Run(client, db =>
        db.QuerySingleOrDefaultAsync<StudySummary>(FindSql, new { client, study }), cancellation);

    private const string WavesSql = """
        select wave_id, name, opens_at, closes_at, opened_at, closed_at, time_zone
        from   wave
        where  client_id = @client and study_id = @study
        order  by opens_at desc, wave_id
        """;

    /// <summary>The study's waves, the newest first.</summary>
    public Task<IReadOnlyList<StudyWave>> Waves(Guid client, Guid study, CancellationToken cancellation) => clients.Run<IReadOnlyList<StudyWave>>(client, async db =>
        [.. await db.QueryAsync<StudyWave>(WavesSql, new { client, study })], cancellation);
}

/// <summary>A study in a list.</summary>
public sealed record StudySummary
{
    public required Guid StudyId { get; init; }

    public required string Name { get; init; }

    /// <summary>Two letters each, the main one first.</summary>
    public required string[] Languages { get; init; }

    public required bool IsArchived { get; init; }

    /// <summary>How many waves it has, in any state.</summary>
    public required long Waves { get; init; }

    /// <summary>How many of them are closed: those that readers see.</summary>
    public required long Closed { get; init; }
}

/// <summary>A wave as the page of its study shows it.</summary>
public sealed record StudyWave
{
    public required Guid WaveId { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset OpensAt { get; init; }

    public required DateTimeOffset ClosesAt { get; init; }

    public required DateTimeOffset? OpenedAt { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    public required string TimeZone { get; init; }

    /// <summary>«Draft», «Open» or «Closed»: the end of a text's name.</summary>
    public string State => ClosedAt is not null ? "Closed" : OpenedAt is not null ? "Open" : "Draft";

    /// <summary>Its first and last day, where it takes place.</summary>
    public (DateOnly First, DateOnly Last) Days => (Local(OpenedAt ?? OpensAt), Local(ClosedAt ?? ClosesAt));

    private DateOnly Local(DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime);
}
