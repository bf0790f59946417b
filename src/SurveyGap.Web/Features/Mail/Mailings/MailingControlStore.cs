using Dapper;
using SurveyGap.Web.Features.Mail.Outbox;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Mail.Mailings;

/// <summary>Mailings that run: how far they are, and the hand that stops them.</summary>
public sealed class MailingControlStore(ClientScope clients, TimeProvider clock)
{
    // A reminder's exact number would tell how many have answered: it leaves the database in steps of five, rounded up.
    private const string ProgressSql = """
        select m.mailing_id, m.kind, m.state, m.due_at,
               case when r.is_reminder then (n.queued  + 4) / 5 * 5 else n.queued  end as queued,
               case when r.is_reminder then (n.sent    + 4) / 5 * 5 else n.sent    end as sent,
               case when r.is_reminder then (n.failed  + 4) / 5 * 5 else n.failed  end as failed,
               case when r.is_reminder then (n.unknown + 4) / 5 * 5 else n.unknown end as unknown
        from   mailing m
        cross  join lateral (select m.kind in ('reminder', 'last-reminder') as is_reminder) r
        cross  join lateral (
            select count(*) filter (where o.state in ('queued', 'paused', 'sending')) as queued,
                   count(*) filter (where o.state = 'sent')                           as sent,
                   count(*) filter (where o.state = 'failed')                         as failed,
                   count(*) filter (where o.state = 'unknown')                        as unknown
            from   outbox o
            where  o.client_id = @client and o.mailing_id = m.mailing_id) n
        where  m.client_id = @client and m.wave_id = @wave
        order  by m.due_at, m.mailing_id
        """;

    /// <summary>All mailings of a wave in the order of time.</summary>
    public Task<IReadOnlyList<MailingProgress>> Progress(Guid client, Guid wave, CancellationToken cancellation) =>
        clients.Run<IReadOnlyList<MailingProgress>>(client, async db =>
            [.. await db.QueryAsync<MailingProgress>(ProgressSql, new { client, wave })], cancellation);

    private const string TroublesSql = """
        select mailing_id, state, reason,
               case when kind in ('reminder', 'last-reminder') then (count(*) + 4) / 5 * 5 else count(*) end as mails,
               min(last_error) as example
        from   outbox
        where  client_id = @client and reason is not null
          and  mailing_id in (select mailing_id from mailing where client_id = @client and wave_id = @wave)
        group  by mailing_id, kind, state, reason
        order  by mails desc, reason
        """;

    /// <summary>What failed, is late or uncertain in a wave's mailings, the most frequent first.</summary>
    public Task<IReadOnlyList<MailTrouble>> Troubles(Guid client, Guid wave, CancellationToken cancellation) =>
        clients.Run<IReadOnlyList<MailTrouble>>(client, async db =>
            [.. await db.QueryAsync<MailTrouble>(TroublesSql, new { client, wave })], cancellation);

    private const string MoveSql =
        "update mailing set state = @to where client_id = @client and wave_id = @wave and mailing_id = @mailing and state = any (@from)";

    private const string MoveMailsSql =
        "update outbox set state = @to where client_id = @client and mailing_id = @mailing and state = any (@from)";

    /// <summary>Keeps back what has not left; false if there is nothing to keep back.</summary>
    public Task<bool> Pause(Guid client, Guid wave, Guid mailing) =>
        Move(client, wave, mailing, ["queued"], "paused", [MailState.Queued], MailState.Paused);

    public Task<bool> Resume(Guid client, Guid wave, Guid mailing) =>
        Move(client, wave, mailing, ["paused"], "queued", [MailState.Paused], MailState.Queued);

    /// <summary>What has not left never does; what has left stays told.</summary>
    public Task<bool> Cancel(Guid client, Guid wave, Guid mailing) =>
        Move(client, wave, mailing, ["planned", "queued", "paused"], "cancelled", [MailState.Queued, MailState.Paused], MailState.Cancelled);

    private Task<bool> Move(Guid client, Guid wave, Guid mailing, string[] from, string to, string[] mailsFrom, string mailsTo) => clients.Run(client, async db =>
    {
        if (await db.ExecuteAsync(MoveSql, new { client, wave, mailing, from, to }) == 0)
            return false;
        await db.ExecuteAsync(MoveMailsSql, new { client, mailing, from = mailsFrom, to = mailsTo });
        return true;
    });

    // The same row, so the same Message-ID: a receiver that has the first copy can drop the second. A mail whose person is
    // forgotten has nobody to go to, and nothing but thanks goes to a closed wave's people.
    private const string RetrySql = """
        update outbox o
        set    state = 'queued', reason = null, last_error = null, attempts = attempts + 1, next_attempt_at = @now, created_at = @now
        where  client_id = @client and wave_id = @wave and mailing_id = @mailing and state in ('failed', 'unknown') and reason = any (@reasons)
          and  invitation_id is not null
          and  (kind = 'thanks' or exists (select from wave w where w.client_id = @client and w.wave_id = o.wave_id and w.closed_at is null))
        """;

    /// <summary>Sends again what failed and may succeed, and what may have been lost; how many.</summary>
    public Task<int> Retry(Guid client, Guid wave, Guid mailing) => clients.Run(client, db =>
        db.ExecuteAsync(RetrySql, new { client, wave, mailing, reasons = MailReason.Retryable.ToArray(), now = clock.GetUtcNow() }));

    private const string SenderSql = """
        select w.client_id, w.wave_id, w.study_id, w.closes_at, w.time_zone, c.name as client_name, c.color, c.imprint, a.name, a.email as reply_to
        from   wave w
        join   client c using (client_id)
        join   account a on a.account_id = @account
        where  w.client_id = @client and w.wave_id = @wave
        """;

    /// <summary>The consultant who sends, and in whose name.</summary>
    public Task<MailSender> Sender(Guid client, Guid wave, Guid account, CancellationToken cancellation) =>
        clients.Run(client, db => db.QuerySingleAsync<MailSender>(SenderSql, new { client, wave, account }), cancellation);
}
