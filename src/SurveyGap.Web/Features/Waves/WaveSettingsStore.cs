using Dapper;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Waves;

/// <summary>The settings of a wave: changed while it is a draft, prolonged while it is open.</summary>
public sealed class WaveSettingsStore(ClientScope clients)
{
    private const string FindSql = """
        select w.wave_id, w.study_id, w.name, s.name as study, w.opens_at, w.closes_at, w.time_zone, w.one_page, w.minimum, w.executive_minimum, w.customer_minimum, w.customer_minimum_reason,
               w.reach_executive, w.reach_employee, w.reach_customer, w.opening_confirmed_at, w.opened_at, w.closed_at
        from   wave w
        join   study s using (client_id, study_id)
        where  w.client_id = @client and w.wave_id = @wave
        """;

    /// <summary>The settings; null if the client has no such wave.</summary>
    public Task<WaveSettings?> Find(Guid client, Guid wave, CancellationToken cancellation = default) =>
        clients.Run(client, db => db.QuerySingleOrDefaultAsync<WaveSettings>(FindSql, new { client, wave }), cancellation);

    // Nobody else, the questionnaire's editor included, writes between what is read here and what is written.
    private const string TakeSql = FindSql + " for update of w";

    // Whoever agreed to the opening agreed to what was set then.
    private const string SaveSql = """
        update wave
        set    name = @Name, opens_at = @OpensAt, closes_at = @ClosesAt, time_zone = @TimeZone, one_page = @OnePage,
               minimum = @Minimum, executive_minimum = @ExecutiveMinimum,
               customer_minimum = @CustomerMinimum, customer_minimum_reason = @CustomerMinimumReason,
               reach_executive = @ReachExecutive, reach_employee = @ReachEmployee, reach_customer = @ReachCustomer,
               opening_confirmed_at = null
        where  client_id = @client and wave_id = @WaveId
        """;

    /// <summary>Keeps the settings of a draft, unless somebody else changed them since the form was shown.</summary>
    /// <param name="form">Without faults.</param>
    public Task<WaveSaving> Save(Guid client, Guid wave, WaveSettingsForm form, DateTimeOffset at, Guid? account, CancellationToken cancellation = default) => clients.Run(client, async db =>
    {
        await db.OwnLock(wave);
        if (await db.QuerySingleOrDefaultAsync<WaveSettings>(TakeSql, new { client, wave }) is not { State: WaveState.Draft } before)
            return WaveSaving.Frozen;
        if (form.ChangedIn(before).Count > 0)
            return WaveSaving.Disputed;

        var after = form.Applied(before);
        await db.ExecuteAsync(SaveSql, new
        {
            client,
            after.WaveId,
            after.Name,
            after.OpensAt,
            after.ClosesAt,
            after.TimeZone,
            after.OnePage,
            after.Minimum,
            after.ExecutiveMinimum,
            after.CustomerMinimum,
            after.CustomerMinimumReason,
            after.ReachExecutive,
            after.ReachEmployee,
            after.ReachCustomer,
        });

        // An exception is written down as it is made, changed and taken back.
        if (ExceptionOf(after) != ExceptionOf(before))
        {
            var (customers, reason) = (after.CustomerMinimum, after.CustomerMinimumReason);
            await new AuditLine(client, account, "wave minimum", at) { Subject = new { wave, customers, reason } }.Append(db);
        }

        return WaveSaving.Saved;
    }, cancellation);

    private static (int, string)? ExceptionOf(WaveSettings wave) => wave.CustomerMinimumReason is { } reason ? (wave.CustomerMinimum, reason) : null;

    private const string ExtendSql = """
        update wave
        set    closes_at = @until
        where  client_id = @client and wave_id = @wave and opened_at is not null and closed_at is null and closes_at < @until
        """;

    /// <summary>Lets an open wave last longer; false if it is not open, or would not.</summary>
    public Task<bool> Extend(Guid client, Guid wave, DateTimeOffset until, DateTimeOffset at, Actor by, CancellationToken cancellation = default) => clients.Run(client, async db =>
    {
        await db.OwnLock(wave);
        if (await db.ExecuteAsync(ExtendSql, new { client, wave, until }) == 0)
            return false;
        await new AuditLine(client, by, "wave extension", at) { Subject = new { wave, until } }.Append(db);
        return true;
    }, cancellation);
}

/// <summary>How saving the settings of a wave ended.</summary>
public enum WaveSaving
{
    Saved,

    /// <summary>Somebody else saved others meanwhile: nothing was overwritten.</summary>
    Disputed,

    /// <summary>The wave is open.</summary>
    Frozen,
}
