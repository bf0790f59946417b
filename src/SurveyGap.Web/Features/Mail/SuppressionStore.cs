using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Mail;

/// <summary>Addresses that get no mail, as keyed hashes: the list outlives the deletion of the people, and names nobody.</summary>
public sealed class SuppressionStore(ClientScope clients, TimeProvider clock)
{
    // The person's other invitations learn of it too, so that counts before sending are right.
    private const string UnsubscribeSql = """
        update invitation i
        set    unsubscribed_at = @now
        from   outbox o, wave w
        where  i.client_id = @client and i.unsubscribed_at is null
          and  o.client_id = @client and o.wave_id = i.wave_id and o.invitation_id = i.invitation_id and o.address_hash = @hash
          and  w.client_id = @client and w.wave_id = i.wave_id and (@study is null or w.study_id = @study)
        """;

    /// <summary>Ends mails about one study, or about all of the client's.</summary>
    public Task Unsubscribe(Unsubscription wish, bool fromAll) => clients.Run(wish.Client, async db =>
    {
        Guid? study = fromAll ? null : wish.Study;
        await db.Suppress(wish.Client, wish.AddressHash, study, SuppressionReason.Unsubscribed, clock.GetUtcNow());
        await db.ExecuteAsync(UnsubscribeSql, new { client = wish.Client, hash = wish.AddressHash, study, now = clock.GetUtcNow() });
    });

    private const string ClientNameSql = "select name from client where client_id = @client";

    /// <summary>Whose mails they are; null if the client is gone, and its mails with it.</summary>
    public Task<string?> ClientName(Guid client, CancellationToken cancellation) =>
        clients.Run(client, db => db.QuerySingleOrDefaultAsync<string?>(ClientNameSql, new { client }), cancellation);
}

/// <summary>Why an address gets no mail, as stored.</summary>
public static class SuppressionReason
{
    public const string Unsubscribed = "unsubscribed";
    public const string Bounced = "bounced";

    /// <summary>The person was deleted. Written with the deletion, so it also says that it happened.</summary>
    public const string Erased = "erased";
}
