using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Papers;

/// <summary>What a wave is set to, as papers tell it; no person, no answer.</summary>
public sealed class PaperStore(ClientScope clients, TimeProvider clock)
{
    // What is frozen counts; before that, what would be frozen now.
    private const string FindSql = """
        select w.wave_id, w.name, s.name as study, c.imprint, c.privacy_contact,
               w.opens_at, w.closes_at, w.opened_at, w.closed_at, w.time_zone, w.minimum, w.executive_minimum, w.customer_minimum, w.customer_minimum_reason,
               coalesce(w.questionnaire, (select v.questionnaire from questionnaire_version v
                                          where v.client_id = w.client_id and v.study_id = w.study_id
                                          order by v.version desc limit 1)) as questionnaire,
               least(w.keep_people_days, s.keep_people_days) as keep_people_days,
               array(select coalesce((array[w.invited_executive, w.invited_employee, w.invited_customer])[a.audience],
                                     (select count(*) from invitation i
                                      where i.client_id = w.client_id and i.wave_id = w.wave_id and i.audience = a.audience and i.revoked_at is null))
                     from generate_series(1, 3) a (audience) order by a.audience) as invited,
               array(select g.name from segment g where g.client_id = w.client_id and g.wave_id = w.wave_id order by g.position) as segments,
               exists (select from open_link o where o.client_id = w.client_id and o.wave_id = w.wave_id and o.revoked_at is null) as has_open_link,
               w.people_deleted_at is not null or exists (
                   select from invitation i
                   where  i.client_id = w.client_id and i.wave_id = w.wave_id and i.email is not null and i.revoked_at is null) as has_addresses,
               exists (select from api_key k where k.client_id = w.client_id and k.revoked_at is null and (k.expires_at is null or k.expires_at > @now)) as has_keys
        from   wave w
        join   study s using (client_id, study_id)
        join   client c using (client_id)
        where  w.client_id = @client and w.wave_id = @wave
        """;

    /// <summary>The settings of a wave; null if the client has no such wave.</summary>
    public Task<PaperWave?> Find(Guid client, Guid wave, CancellationToken cancellation) =>
        clients.Run(client, db => db.QuerySingleOrDefaultAsync<PaperWave>(FindSql, new { client, wave, now = clock.GetUtcNow() }), cancellation);
}
