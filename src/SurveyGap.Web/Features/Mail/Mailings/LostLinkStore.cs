using System.Security.Cryptography;
using Dapper;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Mail.Mailings;

/// <summary>An invitation that got lost goes out again: the same link, in a mail of its own.</summary>
public sealed class LostLinkStore(ClientScope clients, MailKeys keys, TimeProvider clock)
{
    // One that is still on its way need not be sent again.
    private const string AddressSql = """
        select i.email
        from   invitation i
        join   wave w using (client_id, wave_id)
        where  i.client_id = @client and i.wave_id = @wave and i.invitation_id = @person
          and  i.email is not null and i.revoked_at is null and w.opened_at is not null and w.closed_at is null
          and  not exists (select from outbox o
                           where  o.client_id = @client and o.wave_id = @wave and o.invitation_id = @person
                             and  o.kind = 'invitation' and o.state in ('queued', 'paused', 'sending'))
        """;

    // A person has each kind of mail once: the lost one makes room.
    private const string ReplaceSql = """
        update outbox
        set    state = 'cancelled'
        where  client_id = @client and wave_id = @wave and invitation_id = @person and kind = 'invitation'
        """;

    private const string PlanSql = """
        insert into mailing (client_id, mailing_id, wave_id, kind, state, due_at, signature, reply_to, created_at, created_by)
        select @client, @mailing, @wave, 'invitation', 'queued', @now,
               (select signature from mailing where client_id = @client and wave_id = @wave order by created_at desc limit 1),
               (select email from account where account_id = @account), @now, @account
        """;

    private const string QueueSql = """
        insert into outbox (client_id, mail_id, mailing_id, wave_id, invitation_id, kind, address_hash, next_attempt_at, created_at)
        values (@client, @mail, @mailing, @wave, @person, 'invitation', @hash, @now, @now)
        """;

    /// <summary>Queues the invitation once more; false if there is nowhere to send it, or nothing open to invite to.</summary>
    public Task<bool> SendAgain(Guid client, Guid wave, Guid person, Guid account) => clients.Run(client, async db =>
    {
        await db.OwnLock(person);
        if (await db.QuerySingleOrDefaultAsync<string?>(AddressSql, new { client, wave, person }) is not { } email)
            return false;

        var now = clock.GetUtcNow();
        var mailing = Guid.NewGuid();
        await db.ExecuteAsync(ReplaceSql, new { client, wave, person });
        await db.ExecuteAsync(PlanSql, new { client, wave, mailing, account, now });
        await db.ExecuteAsync(QueueSql, new { client, wave, mailing, person, mail = new Guid(RandomNumberGenerator.GetBytes(16)), hash = keys.HashOf(email), now });
        await new AuditLine(client, account, "link sent again", now) { Subject = new { wave, invitation = person } }.Append(db);
        return true;
    });
}
