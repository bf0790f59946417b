using Dapper;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.PersonalData;

/// <summary>Deletes what has been kept as long as was said: people and mails of waves, files of imports, the oldest audit lines.</summary>
public sealed class RetentionStore(WorkerScope worker, ClientScope clients)
{
    // A large wave takes as long as it takes; cut off halfway it would never be forgotten.
    private const int NoTimeout = 0;

    private const string DueSql = "select client_id as client, wave_id as wave from waves_to_forget(@at)";

    /// <summary>Waves whose people have been kept as long as was said, at whichever client.</summary>
    public Task<IReadOnlyList<WaveToForget>> Due(DateTimeOffset at, CancellationToken cancellation) =>
        worker.Run<IReadOnlyList<WaveToForget>>(async db => [.. await db.QueryAsync<WaveToForget>(DueSql, new { at })], cancellation);

    private const string IsStillDueSql = "select exists (select from waves_to_forget(@at) where client_id = @Client and wave_id = @Wave)";

    private const string MailsSql = "delete from outbox where client_id = @Client and wave_id = @Wave returning mail_id";

    private const string PeopleSql = """
        with gone as (delete from invitation where client_id = @Client and wave_id = @Wave returning 1)
        select count(*) from gone
        """;

    private const string RestSql = """
        delete from people_import where client_id = @Client and wave_id = @Wave;
        update wave set people_deleted_at = @at where client_id = @Client and wave_id = @Wave
        """;

    /// <summary>Deletes the wave's people and mails, wholly or not at all; results stay. Of two who come at once the second finds nothing to do.</summary>
    /// <returns>The mails, for whoever deletes their files.</returns>
    public Task<IReadOnlyList<Guid>> Forget(WaveToForget wave, DateTimeOffset at, CancellationToken cancellation) => clients.Run<IReadOnlyList<Guid>>(wave.Client, async db =>
    {
        await db.OwnLock(wave.Wave);
        if (!await db.ExecuteScalarAsync<bool>(IsStillDueSql, new { wave.Client, wave.Wave, at }))
            return [];
        var mails = (await db.QueryAsync<Guid>(MailsSql, new { wave.Client, wave.Wave }, commandTimeout: NoTimeout)).ToList();
        var people = await db.ExecuteScalarAsync<long>(PeopleSql, new { wave.Client, wave.Wave }, commandTimeout: NoTimeout);
        await db.ExecuteAsync(RestSql, new { wave.Client, wave.Wave, at });
        if (people > 0)
            await new AuditLine(wave.Client, null, "people deleted", at) { Subject = new { wave = wave.Wave, people } }.Append(db);
        return mails;
    }, cancellation);

    private const string ImportingSql = "select client_id from clients_with_imports(@before)";

    private const string ForgetImportsSql = "delete from people_import where client_id = @client and created_at < @before";

    /// <summary>Deletes files of people that nobody brought in.</summary>
    public async Task ForgetImports(DateTimeOffset before, CancellationToken cancellation)
    {
        foreach (var client in await worker.Run(db => db.QueryAsync<Guid>(ImportingSql, new { before }), cancellation))
            await clients.Run(client, db => db.ExecuteAsync(ForgetImportsSql, new { client, before }), cancellation);
    }

    private const string ForgetAuditSql = "select forget_audit(@before)";

    /// <summary>Deletes lines of the audit, of all clients; the database keeps what is younger than a year.</summary>
    public Task ForgetAudit(DateTimeOffset before, CancellationToken cancellation) =>
        worker.Run(db => db.ExecuteScalarAsync<long>(ForgetAuditSql, new { before }, commandTimeout: NoTimeout), cancellation);
}

/// <summary>A wave whose people go.</summary>
public sealed record WaveToForget
{
    public required Guid Client { get; init; }

    public required Guid Wave { get; init; }
}
