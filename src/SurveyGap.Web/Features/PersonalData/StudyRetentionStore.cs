using Dapper;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.PersonalData;

/// <summary>For how long the people of a study are kept after each wave.</summary>
public sealed class StudyRetentionStore(ClientScope clients)
{
    private const string AllSql = """
        select s.study_id, s.name, s.keep_people_days as days, s.archived_at is not null as is_archived,
               (select count(*) from invitation i join wave w using (client_id, wave_id) where w.client_id = s.client_id and w.study_id = s.study_id) as people,
               (select min(coalesce(w.closed_at, w.closes_at) + least(w.keep_people_days, s.keep_people_days) * interval '1 day')
                from   wave w
                where  w.client_id = s.client_id and w.study_id = s.study_id and (w.opened_at is null or w.closed_at is not null)
                  and  exists (select from invitation i where i.client_id = w.client_id and i.wave_id = w.wave_id)) as next
        from   study s
        where  s.client_id = @client
        order  by s.archived_at is not null, lower(s.name), s.study_id
        """;

    public Task<IReadOnlyList<StudyRetention>> All(Guid client, CancellationToken cancellation) =>
        clients.Run<IReadOnlyList<StudyRetention>>(client, async db => [.. await db.QueryAsync<StudyRetention>(AllSql, new { client })], cancellation);

    private const string FindSql = "select keep_people_days from study where client_id = @client and study_id = @study for update";

    // What a wave's people read hangs on the wave's own row.
    private const string KeepSql = """
        update study set keep_people_days = @days where client_id = @client and study_id = @study;
        update wave  set keep_people_days = least(coalesce(keep_people_days, @before), @days)
        where  client_id = @client and study_id = @study and opened_at is not null
        """;

    /// <summary>
    /// Sets it. Shorter holds at once, for all waves; longer for those that open from now on, as the others' people were told
    /// otherwise. False if the client has no such study.
    /// </summary>
    public Task<bool> Keep(Guid client, Guid study, int days, Guid by, DateTimeOffset at, CancellationToken cancellation) => clients.Run(client, async db =>
    {
        if (await db.QuerySingleOrDefaultAsync<int?>(FindSql, new { client, study }) is not { } before)
            return false;
        if (before == days)
            return true;
        await db.ExecuteAsync(KeepSql, new { client, study, days, before });
        await new AuditLine(client, by, "retention changed", at) { Subject = new { study, days } }.Append(db);
        return true;
    }, cancellation);
}

/// <summary>A study with how long its people are kept.</summary>
public sealed record StudyRetention
{
    public const int Fewest = 1;
    public const int Most = 3650;

    public required Guid StudyId { get; init; }

    public required string Name { get; init; }

    /// <summary>After a wave's close.</summary>
    public required int Days { get; init; }

    public required bool IsArchived { get; init; }

    /// <summary>Invitations that are stored now.</summary>
    public required long People { get; init; }

    /// <summary>When the next of them are deleted; null if nothing is due.</summary>
    public required DateTimeOffset? Next { get; init; }
}
