using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Waves;

public sealed class WaveSummaryStore(ClientScope scope)
{
    // Rounded down here: a finer number never leaves the database. Whoever has answered counts after their link is revoked as
    // before: a number that fell with it would tell that they had.
    private const string SelectSql = """
        select w.wave_id, w.study_id, w.name, s.name as study, w.opens_at, w.closes_at, w.opening_confirmed_at, w.opened_at, w.closed_at, w.time_zone, w.minimum, w.executive_minimum, w.customer_minimum,
               w.opened_at is not null and w.closed_at is null and exists (
                   select from outbox o
                   where  o.client_id = w.client_id and o.wave_id = w.wave_id
                     and  (o.state = 'failed' and o.reason in ('refused', 'interrupted', 'too-late', 'bad-text') or o.state = 'queued' and o.attempts >= 3)) as mails_failing,
               array[coalesce(w.invited_executive, i.executives), coalesce(w.invited_employee, i.employees), coalesce(w.invited_customer, i.customers)] as invited,
               array(select exists (select from open_link o
                                    where o.client_id = w.client_id and o.wave_id = w.wave_id and o.audience = a.audience and o.revoked_at is null)
                     from generate_series(1, 3) a (audience) order by a.audience) as open_links,
               array[i.executives_answered / 5 * 5, i.employees_answered / 5 * 5, i.customers_answered / 5 * 5] as answered
        from wave w
        join study s on s.client_id = w.client_id and s.study_id = w.study_id
        cross join lateral (
            select count(*) filter (where audience = 1 and revoked_at is null) as executives,
                   count(*) filter (where audience = 2 and revoked_at is null) as employees,
                   count(*) filter (where audience = 3 and revoked_at is null) as customers,
                   count(*) filter (where audience = 1 and answered)           as executives_answered,
                   count(*) filter (where audience = 2 and answered)           as employees_answered,
                   count(*) filter (where audience = 3 and answered)           as customers_answered
            from invitation
            where client_id = w.client_id and wave_id = w.wave_id) i
        where w.client_id = @client
        """;

    private const string AllSql = $"{SelectSql} order by w.opens_at desc, w.wave_id";

    /// <summary>The client's waves, the newest first.</summary>
    public Task<IReadOnlyList<WaveSummary>> All(Guid client, CancellationToken cancellation) => scope.Run<IReadOnlyList<WaveSummary>>(client, async db =>
        [.. await db.QueryAsync<WaveSummary>(AllSql, new { client })], cancellation);

    private const string FindSql = $"{SelectSql} and w.wave_id = @wave";

    /// <summary>One wave; null if the client has no such wave.</summary>
    public Task<WaveSummary?> Find(Guid client, Guid wave, CancellationToken cancellation) => scope.Run(client, db =>
        db.QuerySingleOrDefaultAsync<WaveSummary>(FindSql, new { client, wave }), cancellation);
}
