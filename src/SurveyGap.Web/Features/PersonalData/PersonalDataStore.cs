using Dapper;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.PersonalData;

/// <summary>
/// Everything that is stored on an address at a client. Two things are left out, because they would tell the consultant who has
/// answered: the flag that keeps reminders away, and the reminders.
/// </summary>
public sealed class PersonalDataStore(ClientScope clients, SpellingStore spellings, WaitingImportStore imports, TimeProvider clock)
{
    /// <summary>What is stored on the address with this keyed hash.</summary>
    public async Task<StoredPerson> Find(Guid client, byte[] hash, CancellationToken cancellation)
    {
        var written = await spellings.Of(client, hash, cancellation);
        return await clients.Run(client, async db => new StoredPerson(
            [.. await db.QueryAsync<StoredInvitation>(InvitationsSql, new { client, written })],
            [.. await db.QueryAsync<StoredMail>(MailsSql, new { client, hash })],
            [.. await db.QueryAsync<StoredSuppression>(SuppressionsSql, new { client, hash })],
            []), cancellation) with
        {
            Imports = await imports.With(client, hash, cancellation),
        };
    }

    private const string InvitationsSql = """
        select s.name as study, w.name as wave, w.opened_at, w.closed_at, i.name, i.email, i.language, i.audience, i.segments,
               array(select g.name from segment g where g.client_id = i.client_id and g.wave_id = i.wave_id order by g.position) as segment_names,
               i.added_after_opening, i.bounced, i.unsubscribed_at, i.revoked_at, i.created_at,
               coalesce(w.closed_at, w.closes_at) + least(w.keep_people_days, s.keep_people_days) * interval '1 day' as kept_until
        from   invitation i
        join   wave w using (client_id, wave_id)
        join   study s using (client_id, study_id)
        where  i.client_id = @client and lower(i.email) = any (@written)
        order  by w.opens_at, w.wave_id
        """;

    private const string MailsSql = """
        select s.name as study, w.name as wave, o.kind, o.state, o.attempts, o.last_error, o.created_at
        from   outbox o
        join   wave w using (client_id, wave_id)
        join   study s using (client_id, study_id)
        where  o.client_id = @client and o.address_hash = @hash and o.kind not in ('reminder', 'last-reminder')
        order  by o.created_at, o.mail_id
        """;

    private const string SuppressionsSql = """
        select p.reason, p.created_at, s.name as study
        from   suppression p
        left   join study s using (client_id, study_id)
        where  p.client_id = @client and p.address_hash = @hash
        order  by p.created_at
        """;

    private const string ResponsibleSql = "select name, imprint, privacy_contact from client where client_id = @client";

    /// <summary>Who answers for the client's data.</summary>
    public Task<Responsible> Responsible(Guid client, CancellationToken cancellation) =>
        clients.Run(client, db => db.QuerySingleAsync<Responsible>(ResponsibleSql, new { client }), cancellation);

    /// <summary>Notes that somebody was shown what is stored; not on whom.</summary>
    public Task Note(Guid client, Guid account, CancellationToken cancellation) => clients.Run(client, db =>
        new AuditLine(client, account, "personal data read", clock.GetUtcNow()).Append(db), cancellation);
}

/// <summary>What is stored on one address at one client.</summary>
public sealed record StoredPerson(
    IReadOnlyList<StoredInvitation> Invitations, IReadOnlyList<StoredMail> Mails, IReadOnlyList<StoredSuppression> Suppressions, IReadOnlyList<WaitingImport> Imports)
{
    /// <summary>More than the suppression that keeps mails away.</summary>
    public bool IsNamed => Invitations.Count + Mails.Count + Imports.Count > 0;

    /// <summary>Deleted before: nothing but the keyed hash is left.</summary>
    public bool IsErased => !IsNamed && Suppressions.Any(suppression => suppression.Reason == Mail.SuppressionReason.Erased);
}

/// <summary>A person's invitation to a wave.</summary>
public sealed record StoredInvitation
{
    public required string Study { get; init; }

    public required string Wave { get; init; }

    public required DateTimeOffset? OpenedAt { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    public required string? Name { get; init; }

    public required string Email { get; init; }

    public required string Language { get; init; }

    public required Audience Audience { get; init; }

    public required string?[] Segments { get; init; }

    /// <summary>What the segments are called, in the same order.</summary>
    public required string[] SegmentNames { get; init; }

    public required bool AddedAfterOpening { get; init; }

    public required bool Bounced { get; init; }

    public required DateTimeOffset? UnsubscribedAt { get; init; }

    public required DateTimeOffset? RevokedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is deleted by itself, as far as the wave closes on its date.</summary>
    public required DateTimeOffset KeptUntil { get; init; }

    public WaveState State => ClosedAt is not null ? WaveState.Closed : OpenedAt is not null ? WaveState.Open : WaveState.Draft;
}

/// <summary>A mail to a person; its words are not stored.</summary>
public sealed record StoredMail
{
    public required string Study { get; init; }

    public required string Wave { get; init; }

    public required string Kind { get; init; }

    public required string State { get; init; }

    public required int Attempts { get; init; }

    /// <summary>What the other server said last; null if nothing went wrong.</summary>
    public required string? LastError { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>That an address gets no mail.</summary>
public sealed record StoredSuppression
{
    public required string Reason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null: every study of the client.</summary>
    public required string? Study { get; init; }
}

/// <summary>The client as the one who answers for the data.</summary>
public sealed record Responsible
{
    public required string Name { get; init; }

    public required string? Imprint { get; init; }

    public required string? PrivacyContact { get; init; }
}
