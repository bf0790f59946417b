using Dapper;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Waves;

/// <summary>Waves from plan to opening; closing is a feature of its own.</summary>
public sealed class WaveStore(ClientScope clients, WaveKeyFolder keys)
{
    private const string PlanSql = """
        insert into wave (client_id, wave_id, study_id, name, opens_at, closes_at, time_zone, one_page, minimum, executive_minimum, customer_minimum, created_at)
        values (@client, @Wave, @Study, @Name, @OpensAt, @ClosesAt, @TimeZone, @OnePage, @Minimum, @ExecutiveMinimum, @CustomerMinimum, @at)
        on conflict do nothing
        """;

    private const string AddSegmentSql = """
        insert into segment (client_id, wave_id, position, key, name)
        values (@client, @wave, @position, @Key, @Name)
        on conflict do nothing
        """;

    /// <summary>Plans a wave. Planning the same one again changes nothing.</summary>
    public Task Plan(Guid client, NewWave wave, DateTimeOffset at, CancellationToken cancellation = default)
    {
        // Before the row, so that no wave is ever without its key: links are made from it.
        keys.Create(wave.Wave);
        return clients.Run(client, async db =>
        {
            await db.ExecuteAsync(PlanSql, new
            {
                client,
                wave.Wave,
                wave.Study,
                wave.Name,
                wave.OpensAt,
                wave.ClosesAt,
                wave.TimeZone,
                wave.OnePage,
                wave.Minimum,
                wave.ExecutiveMinimum,
                wave.CustomerMinimum,
                at,
            });
            foreach (var (position, segment) in wave.Segments.Index())
                await db.ExecuteAsync(AddSegmentSql, new { client, wave.Wave, position, segment.Key, segment.Name });
        }, cancellation);
    }

    // People, segments, the minimum and how long people are kept are what they are at this moment: whoever is added later
    // carries no segments.
    private const string OpenSql = """
        with latest as (
            select v.questionnaire, s.keep_people_days
            from   questionnaire_version v
            join   wave w using (client_id, study_id)
            join   study s using (client_id, study_id)
            where  v.client_id = @client and w.wave_id = @wave
            order  by v.version desc
            limit  1
        ), invited as (
            select audience, count(*) as people
            from   invitation
            where  client_id = @client and wave_id = @wave and revoked_at is null
            group  by audience
        )
        update wave
        set    opened_at = @at,
               questionnaire = latest.questionnaire,
               keep_people_days = latest.keep_people_days,
               invited_executive = (select people from invited where audience = 1),
               invited_employee  = (select people from invited where audience = 2),
               invited_customer  = (select people from invited where audience = 3)
        from   latest
        where  client_id = @client and wave_id = @wave and opened_at is null
        """;

    private const string IsOpenSql =
        "select exists (select from wave where client_id = @client and wave_id = @wave and opened_at is not null)";

    /// <summary>Opens a wave and freezes what it asks.</summary>
    public Task<Opening> Open(Guid client, Guid wave, DateTimeOffset at, CancellationToken cancellation = default) =>
        Open(client, wave, at, by: null, cancellation);

    /// <inheritdoc cref="Open(Guid, Guid, DateTimeOffset, CancellationToken)"/>
    public Task<Opening> Open(Guid client, Guid wave, DateTimeOffset at, Actor by, CancellationToken cancellation = default) => clients.Run(client, async db =>
    {
        await db.OwnLock(wave);
        if (await db.ExecuteAsync(OpenSql, new { client, wave, at }) == 1)
        {
            await new AuditLine(client, by, "wave opening", at) { Subject = new { wave } }.Append(db);
            return Opening.Opened;
        }

        return await db.ExecuteScalarAsync<bool>(IsOpenSql, new { client, wave }) ? Opening.AlreadyOpen : Opening.NotReady;
    }, cancellation);

    private const string ConfirmSql = """
        update wave
        set    opening_confirmed_at = @confirmed
        where  client_id = @client and wave_id = @wave and opened_at is null
        """;

    /// <summary>Somebody agrees that the wave opens on its date; false if it is open already.</summary>
    public Task<bool> Confirm(Guid client, Guid wave, DateTimeOffset at, Actor by, CancellationToken cancellation = default) =>
        Confirm(new AuditLine(client, by, "wave opening confirmed", at) { Subject = new { wave } }, wave, at, cancellation);

    /// <summary>Takes it back: the date alone opens nothing.</summary>
    public Task<bool> Withdraw(Guid client, Guid wave, DateTimeOffset at, Actor by, CancellationToken cancellation = default) =>
        Confirm(new AuditLine(client, by, "wave opening withdrawn", at) { Subject = new { wave } }, wave, confirmed: null, cancellation);

    private Task<bool> Confirm(AuditLine audit, Guid wave, DateTimeOffset? confirmed, CancellationToken cancellation) => clients.Run(audit.Client, async db =>
    {
        await db.OwnLock(wave);
        if (await db.ExecuteAsync(ConfirmSql, new { client = audit.Client, wave, confirmed }) == 0)
            return false;
        await audit.Append(db);
        return true;
    }, cancellation);
}
