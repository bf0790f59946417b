using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Mail.Bounces;

/// <summary>Writes down that a mail came back.</summary>
public sealed class BounceStore(ResolverScope resolver, ClientScope clients, TimeProvider clock)
{
    private const string ResolveSql = "select client_id from resolve_mail(@mail)";

    /// <summary>Marks the mail, and the person if the address is of no use any more; false if there is no such mail.</summary>
    public async Task<bool> Mark(BounceReport report, CancellationToken cancellation)
    {
        var client = await resolver.Run(db => db.QuerySingleOrDefaultAsync<Guid?>(ResolveSql, new { mail = report.Mail }), cancellation);
        return client is { } found && await Mark(found, report, cancellation);
    }

    private const string MarkMailSql = """
        update outbox
        set    state = 'failed', reason = 'bounced', last_error = @words, next_attempt_at = null
        where  client_id = @client and mail_id = @mail and state in ('sending', 'sent', 'unknown', 'failed')
        returning wave_id, invitation_id, address_hash
        """;

    private const string MarkPersonSql =
        "update invitation set bounced = true where client_id = @client and wave_id = @WaveId and invitation_id = @InvitationId";

    private Task<bool> Mark(Guid client, BounceReport report, CancellationToken cancellation) => clients.Run(client, async db =>
    {
        if (await db.QuerySingleOrDefaultAsync<BouncedMail>(MarkMailSql, new { client, mail = report.Mail, words = ServerWords.Of(report.Words) }) is not { } mail)
            return false;

        // After closing nobody knows any more whom a reminder went to.
        if (report.IsFinal && mail.AddressHash is { } hash)
        {
            await db.ExecuteAsync(MarkPersonSql, new { client, mail.WaveId, mail.InvitationId });
            await db.Suppress(client, hash, study: null, SuppressionReason.Bounced, clock.GetUtcNow());
        }

        return true;
    }, cancellation);

    private sealed record BouncedMail
    {
        public required Guid? WaveId { get; init; }
        public required Guid? InvitationId { get; init; }
        public required byte[]? AddressHash { get; init; }
    }
}
