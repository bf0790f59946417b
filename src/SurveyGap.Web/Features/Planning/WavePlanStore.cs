using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Planning;

/// <summary>How far the preparation of a wave is.</summary>
public sealed class WavePlanStore(ClientScope clients)
{
    private const string FindSql = """
        select w.wave_id, w.study_id, w.name, s.name as study, s.languages, w.opens_at, w.closes_at, w.time_zone, w.minimum, w.executive_minimum, w.customer_minimum, w.customer_minimum_reason,
               w.opening_confirmed_at, w.opened_at, w.closed_at,
               (select questionnaire from questionnaire_version v
                where v.client_id = w.client_id and v.study_id = w.study_id order by v.version desc limit 1) as questionnaire,
               array[i.executives, i.employees, i.customers] as invited,
               array(select exists (select from open_link o
                                    where o.client_id = w.client_id and o.wave_id = w.wave_id and o.audience = a.audience and o.revoked_at is null)
                     from generate_series(1, 3) a (audience) order by a.audience) as open_links,
               array[coalesce(w.reach_executive, 0), coalesce(w.reach_employee, 0), coalesce(w.reach_customer, 0)] as reach,
               i.with_address, i.strangers,
               (select coalesce(sum(people), 0)::bigint
                from (select count(*) as people from invitation r
                      where r.client_id = w.client_id and r.wave_id = w.wave_id and r.revoked_at is null and r.audience <> 1
                        and array_length(array_remove(r.segments, null), 1) > 0
                      group by r.audience, r.segments having count(*) < case r.audience when 3 then greatest(w.customer_minimum, 5) else w.minimum end) combination) as rare,
               c.is_demo, coalesce(c.imprint, '') <> '' as has_imprint
        from   wave w
        join   study s using (client_id, study_id)
        join   client c using (client_id)
        cross  join lateral (
            select count(*) filter (where audience = 1)                as executives,
                   count(*) filter (where audience = 2)                as employees,
                   count(*) filter (where audience = 3)                as customers,
                   count(email)                                        as with_address,
                   count(*) filter (where language <> all (s.languages)) as strangers
            from   invitation
            where  client_id = w.client_id and wave_id = w.wave_id and revoked_at is null) i
        where  w.client_id = @client and w.wave_id = @wave
        """;

    /// <summary>The plan of a wave; null if the client has no such wave.</summary>
    public Task<WavePlan?> Find(Guid client, Guid wave, CancellationToken cancellation = default) =>
        clients.Run(client, db => db.QuerySingleOrDefaultAsync<WavePlan>(FindSql, new { client, wave }), cancellation);
}
