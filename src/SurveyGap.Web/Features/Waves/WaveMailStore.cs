using Dapper;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Waves;

/// <summary>How far the mails of a wave are, group by group and mailing by mailing. Nothing here tells who has answered.</summary>
public sealed class WaveMailStore(ClientScope scope)
{
    // What came back had been sent.
    private const string GroupsSql = """
        select i.audience, count(i.email) as addresses, count(o.mail_id) as sent,
               count(*) filter (where i.bounced) as returned, count(i.unsubscribed_at) as unsubscribed
        from   invitation i
        left   join outbox o on o.client_id = i.client_id and o.wave_id = i.wave_id and o.invitation_id = i.invitation_id
                            and o.kind = 'invitation' and (o.state = 'sent' or o.reason = 'bounced')
        where  i.client_id = @client and i.wave_id = @wave and i.revoked_at is null
        group  by i.audience
        order  by i.audience
        """;

    private const string MailingsSql = """
        select kind, due_at
        from   mailing
        where  client_id = @client and wave_id = @wave and state <> 'cancelled'
        order  by due_at
        """;

    public Task<WaveMails> OfWave(Guid client, Guid wave, CancellationToken cancellation) => scope.Run(client, async db => new WaveMails(
        [.. await db.QueryAsync<GroupMails>(GroupsSql, new { client, wave })],
        [.. await db.QueryAsync<WaveMailing>(MailingsSql, new { client, wave })]), cancellation);
}

/// <param name="Groups">Those that somebody was invited of, executives first.</param>
/// <param name="Mailings">Sent and planned, in the order of time.</param>
public sealed record WaveMails(IReadOnlyList<GroupMails> Groups, IReadOnlyList<WaveMailing> Mailings)
{
    public static WaveMails None { get; } = new([], []);

    public long Addresses => Groups.Sum(group => group.Addresses);
}

/// <summary>The invitations of one group.</summary>
public sealed record GroupMails
{
    public required Audience Audience { get; init; }

    /// <summary>People with an address.</summary>
    public required long Addresses { get; init; }

    public required long Sent { get; init; }

    /// <summary>Came back.</summary>
    public required long Returned { get; init; }

    public required long Unsubscribed { get; init; }
}

/// <summary>Mails of one kind, sent or planned.</summary>
public sealed record WaveMailing
{
    /// <summary>invitation, reminder, last-reminder or thanks.</summary>
    public required string Kind { get; init; }

    public required DateTimeOffset DueAt { get; init; }
}
