using System.Security.Cryptography;
using Dapper;
using Npgsql;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Mail.Mailings;

/// <summary>Plans mailings, and chooses their people when they are due.</summary>
public sealed partial class MailingStore(WorkerScope worker, ClientScope clients, MailKeys keys, TimeProvider clock, ILogger<MailingStore> log)
{
    // A second reminder of the same kind meets the unique index. Who signed the first mails signs the later ones.
    private const string PlanSql = """
        insert into mailing (client_id, mailing_id, wave_id, kind, due_at, signature, reply_to, created_at, created_by)
        select @client, @Mailing, @wave, @kind, @DueAt,
               coalesce(@Signature, (select signature from mailing where client_id = @client and wave_id = @wave order by created_at desc limit 1)),
               @ReplyTo, @now, @Account
        from   wave
        where  client_id = @client and wave_id = @wave and (closed_at is null or @kind = 'thanks')
        on conflict do nothing
        """;

    /// <summary>Plans a mailing; false if there is one already, or the wave is closed.</summary>
    public Task<bool> Plan(Guid client, Guid wave, NewMailing mailing) => clients.Run(client, async db => await db.ExecuteAsync(PlanSql, new
    {
        client,
        wave,
        mailing.Mailing,
        kind = mailing.Kind.Name,
        mailing.DueAt,
        mailing.Signature,
        mailing.ReplyTo,
        mailing.Account,
        now = clock.GetUtcNow(),
    }) == 1);

    private const string DueSql = "select client_id, mailing_id from due_mailings(@now)";

    /// <summary>Queues the mails of every mailing whose time has come. One that fails is left to the next round, and stops no other.</summary>
    public async Task QueueDue(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var due = await worker.Run(db => db.QueryAsync<DueMailing>(DueSql, new { now }), cancellation);
        foreach (var mailing in due)
        {
            try
            {
                await clients.Run(mailing.ClientId, db => Queue(db, mailing, now), cancellation);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The kind of fault alone: its message may quote an address.
                Failed(mailing.MailingId, fault.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mailing {Mailing} could not be queued ({Fault}); it is tried again.")]
    private partial void Failed(Guid mailing, string fault);

    // Whoever starts it first owns it: a second instance waits here, and then finds it started.
    private const string StartSql = """
        update mailing m
        set    state = case when m.kind <> 'thanks' and w.closed_at is not null then 'cancelled' else 'queued' end
        from   wave w
        where  m.client_id = @client and m.mailing_id = @mailing and m.state = 'planned' and m.due_at <= @now
          and  w.client_id = @client and w.wave_id = m.wave_id
          and  case when m.kind = 'thanks' then w.closed_at is not null else w.opened_at is not null end
        returning m.wave_id, w.study_id, m.kind, m.state
        """;

    private async Task Queue(NpgsqlConnection db, DueMailing due, DateTimeOffset now)
    {
        if (await db.QuerySingleOrDefaultAsync<StartedMailing>(StartSql, new { client = due.ClientId, mailing = due.MailingId, now }) is not { State: "queued" } mailing)
            return;
        var people = await Willing(db, due.ClientId, mailing, evenRevoked: false);
        await db.ExecuteAsync(QueueSql, new
        {
            client = due.ClientId,
            mailing = due.MailingId,
            mailing.WaveId,
            mailing.Kind,
            now,
            mails = people.Select(_ => new Guid(RandomNumberGenerator.GetBytes(16))).ToArray(),
            invitations = people.Select(person => person.InvitationId).ToArray(),
            hashes = people.Select(person => keys.HashOf(person.Email)).ToArray(),
        });
    }

    private const string QueueSql = """
        insert into outbox (client_id, mail_id, mailing_id, wave_id, invitation_id, kind, address_hash, next_attempt_at, created_at)
        select @client, p.mail, @mailing, @WaveId, p.invitation, @Kind, p.hash, @now, @now
        from   unnest(@mails, @invitations, @hashes) as p (mail, invitation, hash)
        on conflict do nothing
        """;

    // Reminders go to those whose invitation left and who are not known to have answered. Who has answered is flagged for
    // five at a time, so some who have get one too; where nobody is flagged, everybody gets one.
    private const string CandidatesSql = """
        select i.invitation_id, i.email
        from   invitation i
        where  i.client_id = @client and i.wave_id = @WaveId
          and  i.email is not null and (i.revoked_at is null or @evenRevoked) and i.unsubscribed_at is null and not i.bounced
          and  (@Kind not in ('reminder', 'last-reminder') or not i.answered and exists (
                   select from outbox o
                   where  o.client_id = @client and o.wave_id = @WaveId and o.invitation_id = i.invitation_id
                     and  o.kind = 'invitation' and o.state in ('sent', 'unknown')))
          and  not exists (
                   select from outbox o
                   where  o.client_id = @client and o.wave_id = @WaveId and o.invitation_id = i.invitation_id
                     and  o.kind = @Kind and o.state <> 'cancelled')
        """;

    private const string SuppressedSql = """
        select address_hash
        from   suppression
        where  client_id = @client and address_hash = any (@hashes) and (study_id is null or study_id = @StudyId)
        """;

    private async Task<IReadOnlyList<Candidate>> Willing(NpgsqlConnection db, Guid client, StartedMailing mailing, bool evenRevoked)
    {
        var candidates = (await db.QueryAsync<Candidate>(CandidatesSql, new { client, mailing.WaveId, mailing.Kind, evenRevoked })).AsList();
        var hashes = candidates.Select(candidate => keys.HashOf(candidate.Email)).ToArray();
        var suppressed = (await db.QueryAsync<byte[]>(SuppressedSql, new { client, mailing.StudyId, hashes })).Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        return [.. candidates.Where((_, i) => !suppressed.Contains(Convert.ToHexString(hashes[i])))];
    }

    private const string StudySql = "select study_id from wave where client_id = @client and wave_id = @wave";

    /// <summary>
    /// How many people a mailing of this kind would reach now. Of a reminder, those whose link is revoked as well: a number that
    /// fell with a link would tell that its person had not answered.
    /// </summary>
    public Task<int> Reach(Guid client, Guid wave, MailKind kind, CancellationToken cancellation) => clients.Run(client, async db =>
    {
        var study = await db.QuerySingleAsync<Guid>(StudySql, new { client, wave });
        return (await Willing(db, client, new StartedMailing { WaveId = wave, StudyId = study, Kind = kind.Name, State = "planned" }, evenRevoked: kind.IsReminder)).Count;
    }, cancellation);

    private sealed record DueMailing
    {
        public required Guid ClientId { get; init; }
        public required Guid MailingId { get; init; }
    }

    private sealed record StartedMailing
    {
        public required Guid WaveId { get; init; }
        public required Guid StudyId { get; init; }
        public required string Kind { get; init; }
        public required string State { get; init; }
    }

    private sealed record Candidate
    {
        public required Guid InvitationId { get; init; }
        public required string Email { get; init; }
    }
}
