using Dapper;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Closing;

/// <summary>
/// Deletes all rows of a client. Stands here because ballots and drafts have no foreign key to go with, and nobody else may touch them.
/// </summary>
public sealed class ClientErasureStore(ClientScope clients, TimeProvider clock)
{
    private const string WavesSql = "select wave_id from wave where client_id = @client order by wave_id";
    private const string MailsSql = "select mail_id from outbox where client_id = @client";

    private const string EraseSql = """
        delete from ballot where client_id = @client;
        delete from draft  where client_id = @client;
        delete from client where client_id = @client
        """;

    /// <summary>Wholly or not at all; nobody submits, opens or closes meanwhile. What lies in files is named to whoever deletes them.</summary>
    /// <param name="client">Which.</param>
    /// <param name="name">What it is called, for the line that stays.</param>
    /// <param name="by">Who deletes it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<ErasedClient> Erase(Guid client, string name, Guid by, CancellationToken cancellation) => clients.Run(client, async db =>
    {
        var waves = (await db.QueryAsync<Guid>(WavesSql, new { client })).ToList();
        foreach (var wave in waves)
            await db.OwnLock(wave);
        var mails = (await db.QueryAsync<Guid>(MailsSql, new { client })).ToList();

        await db.ExecuteAsync(EraseSql, new { client }, commandTimeout: OutcomeStore.NoTimeout);
        await new AuditLine(client, by, "client deleted", clock.GetUtcNow()) { Subject = new { name, waves = waves.Count } }.Append(db);
        return new ErasedClient(waves, mails);
    }, cancellation);
}

/// <summary>What a deleted client may have left in files.</summary>
/// <param name="Waves">Whose keys, and whose mails, lie under their numbers.</param>
/// <param name="Mails">Which lie by themselves.</param>
public sealed record ErasedClient(IReadOnlyList<Guid> Waves, IReadOnlyList<Guid> Mails);
