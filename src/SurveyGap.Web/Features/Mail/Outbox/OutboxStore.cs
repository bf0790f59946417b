using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Mail.Outbox;

/// <summary>The queue of mails. Each is claimed for a while, marked before it leaves, and closed with what is known.</summary>
public sealed class OutboxStore(WorkerScope worker, ClientScope clients, TimeProvider clock)
{
    private const string DueSql = "select client_id, mail_id, state from due_mail(@now, @most)";

    /// <summary>Mails of all clients whose time has come.</summary>
    public Task<IReadOnlyList<DueMail>> Due(int most, CancellationToken cancellation) => worker.Run<IReadOnlyList<DueMail>>(async db =>
        [.. await db.QueryAsync<DueMail>(DueSql, new { now = clock.GetUtcNow(), most })], cancellation);

    private const string LetterColumns = """
        select o.client_id, o.mail_id, o.attempts, o.kind, o.created_at, o.wave_id, w.study_id, o.invitation_id, o.address_hash,
               i.epoch, i.name, i.email, i.language, i.audience,
               i.email is null or i.revoked_at is not null or i.unsubscribed_at is not null or i.bounced or exists (
                   select from suppression s
                   where  s.client_id = @client and s.address_hash = o.address_hash and (s.study_id is null or s.study_id = w.study_id)
               ) as is_declined,
               c.name as client_name, c.color, c.imprint, m.signature, m.reply_to,
               w.closes_at, w.opened_at is not null and w.closed_at is null as is_open, w.time_zone
        """;

    private const string LetterJoins = """
        join   invitation i using (client_id, wave_id, invitation_id)
        join   wave w using (client_id, wave_id)
        join   client c using (client_id)
        join   mailing m using (client_id, mailing_id)
        """;

    // Another instance passes over the rows that this one is just claiming.
    private const string ClaimSql = $"""
        with due as (
            select mail_id
            from   outbox
            where  client_id = @client and mail_id = any (@mails) and state = 'queued' and next_attempt_at <= @now
            for    update skip locked
        ), claimed as (
            update outbox o
            set    attempts = o.attempts + 1, next_attempt_at = @until
            from   due
            where  o.client_id = @client and o.mail_id = due.mail_id
            returning o.*
        )
        {LetterColumns}
        from   claimed o
        {LetterJoins}
        """;

    /// <summary>Takes those that are still due, until a time at which others may take them.</summary>
    public Task<IReadOnlyList<Letter>> Claim(Guid client, Guid[] mails, TimeSpan lease, CancellationToken cancellation) =>
        clients.Run<IReadOnlyList<Letter>>(client, async db =>
        {
            var now = clock.GetUtcNow();
            return [.. await db.QueryAsync<Letter>(ClaimSql, new { client, mails, now, until = now + lease })];
        }, cancellation);

    private const string LatestSql = $"""
        {LetterColumns}
        from   outbox o
        {LetterJoins}
        where  o.client_id = @client and m.wave_id = @wave and o.state = 'sent'
        order  by o.created_at desc, o.mail_id
        limit  @most
        """;

    /// <summary>What was sent last in a wave.</summary>
    public Task<IReadOnlyList<Letter>> Latest(Guid client, Guid wave, int most, CancellationToken cancellation) =>
        clients.Run<IReadOnlyList<Letter>>(client, async db =>
            [.. await db.QueryAsync<Letter>(LatestSql, new { client, wave, most })], cancellation);

    // «Not»: no index can answer that, so that each mail is found by its key, and not among all that are queued.
    // What this claim already marked as leaving may be marked again: the reply to the first commit was lost on the way.
    // A reminder that left while its wave closed has lost its person: it cannot be tried again.
    private const string WriteSql = """
        with written as (
            update outbox o
            set    state = case when e.state = 'queued' and o.invitation_id is null then 'failed' else e.state end,
                   reason = e.reason, last_error = e.words, next_attempt_at = e.next
            from   unnest(@mails, @attempts, @states, @reasons, @words, @nexts) as e (mail_id, attempts, state, reason, words, next)
            where  o.client_id = @client and o.mail_id = e.mail_id and o.attempts = e.attempts
              and  not (o.state in ('paused', 'sent', 'failed', 'cancelled') or o.state = 'unknown' and e.state = 'sending')
            returning o.mail_id
        )
        select coalesce(string_agg(mail_id::text, ','), '') from written
        """;

    /// <summary>Writes down where some of a client's mails are, together, and in one round trip: every mail waits for it twice.</summary>
    /// <returns>Those that were still this claim's.</returns>
    public async Task<IReadOnlySet<Guid>> Write(Guid client, IReadOnlyList<(Letter Letter, Outcome Outcome)> entries)
    {
        // First, so that an address which is known to be none stays so whatever happens next.
        foreach (var (letter, _) in entries.Where(entry => entry.Outcome.Suppresses))
            await Suppress(client, letter);
        var written = await clients.Ask<string>(WriteSql, new
        {
            client,
            mails = entries.Select(entry => entry.Letter.MailId).ToArray(),
            attempts = entries.Select(entry => entry.Letter.Attempts).ToArray(),
            states = entries.Select(entry => entry.Outcome.State).ToArray(),
            reasons = entries.Select(entry => entry.Outcome.Reason).ToArray(),
            words = entries.Select(entry => entry.Outcome.Words).ToArray(),
            nexts = entries.Select(entry => entry.Outcome.Next).ToArray(),
        });
        return written.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse).ToHashSet();
    }

    private const string MarkBouncedSql =
        "update invitation set bounced = true where client_id = @client and wave_id = @WaveId and invitation_id = @InvitationId";

    private Task Suppress(Guid client, Letter letter) => clients.Run(client, async db =>
    {
        await db.ExecuteAsync(MarkBouncedSql, new { client, letter.WaveId, letter.InvitationId });
        await db.Suppress(client, letter.AddressHash, study: null, SuppressionReason.Bounced, clock.GetUtcNow());
    });

    private const string ReleaseSql = """
        update outbox o
        set    next_attempt_at = @now
        from   unnest(@mails, @attempts) as mine (mail_id, attempts)
        where  o.client_id = @client and o.mail_id = mine.mail_id and o.attempts = mine.attempts and o.state = 'queued'
        """;

    /// <summary>Gives back what was claimed and not begun.</summary>
    public Task Release(Guid client, IReadOnlyCollection<Letter> letters) => clients.Run(client, db => db.ExecuteAsync(ReleaseSql, new
    {
        client,
        now = clock.GetUtcNow(),
        mails = letters.Select(letter => letter.MailId).ToArray(),
        attempts = letters.Select(letter => letter.Attempts).ToArray(),
    }));

    private const string LoseSql = """
        update outbox
        set    state = 'unknown', reason = 'interrupted', next_attempt_at = null
        where  client_id = @client and mail_id = any (@mails) and state = 'sending' and next_attempt_at <= @now
        """;

    /// <summary>What is still leaving long after it should have left: its sender died, and nobody knows how far it came.</summary>
    public Task Lose(Guid client, Guid[] mails, CancellationToken cancellation) =>
        clients.Run(client, db => db.ExecuteAsync(LoseSql, new { client, mails, now = clock.GetUtcNow() }), cancellation);

    private const string ClosedSql = "select wave_id from closed_waves(@among)";

    /// <summary>Which of these waves are closed.</summary>
    public Task<IReadOnlyList<Guid>> Closed(IReadOnlyList<Guid> among, CancellationToken cancellation) =>
        worker.Run<IReadOnlyList<Guid>>(async db => [.. await db.QueryAsync<Guid>(ClosedSql, new { among = among.ToArray() })], cancellation);

    private const string KnownSql = "select mail_id from known_mails(@among)";

    /// <summary>Which of these mails have a row.</summary>
    public Task<IReadOnlySet<Guid>> Known(IReadOnlyList<Guid> among, CancellationToken cancellation) =>
        worker.Run<IReadOnlySet<Guid>>(async db => (await db.QueryAsync<Guid>(KnownSql, new { among = among.ToArray() })).ToHashSet(), cancellation);
}

/// <summary>A row whose time has come: to be sent, or to be given up for lost.</summary>
public sealed record DueMail
{
    public required Guid ClientId { get; init; }

    public required Guid MailId { get; init; }

    public required string State { get; init; }
}
