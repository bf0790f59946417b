using Dapper;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Handover;

/// <summary>What a client's ZIP holds beside questionnaires, results and mail texts. No statement here reads a link, or who has answered.</summary>
public sealed class HandoverStore(ClientScope clients)
{
    /// <summary>How many people are read at once.</summary>
    public const int PageSize = 5000;

    private const string ClientSql = """
        select client_id, name, color as colour, locale, imprint, privacy_contact, created_at, archived_at
        from   client
        where  client_id = @client
        """;

    public Task<ClientDetails> Client(Guid client, CancellationToken cancellation) =>
        clients.Run(client, db => db.QuerySingleAsync<ClientDetails>(ClientSql, new { client }), cancellation);

    private const string LogoSql = "select logo from client where client_id = @client";

    public Task<byte[]?> Logo(Guid client, CancellationToken cancellation) =>
        clients.Run(client, db => db.QuerySingleOrDefaultAsync<byte[]?>(LogoSql, new { client }), cancellation);

    private const string StudiesSql = """
        select study_id, name, languages, first_answer_in_mail, keep_people_days, created_at, archived_at
        from   study
        where  client_id = @client
        order  by created_at, study_id
        """;

    /// <summary>The studies, the oldest first: a new one takes no other's number.</summary>
    public Task<IReadOnlyList<StudyDetails>> Studies(Guid client, CancellationToken cancellation) => clients.Run<IReadOnlyList<StudyDetails>>(client, async db =>
        [.. await db.QueryAsync<StudyDetails>(StudiesSql, new { client })], cancellation);

    private const string WavesSql = """
        select wave_id
        from   wave
        where  client_id = @client and study_id = @study
        order  by created_at, wave_id
        """;

    /// <summary>The waves of a study, the oldest first.</summary>
    public Task<IReadOnlyList<Guid>> Waves(Guid client, Guid study, CancellationToken cancellation) => clients.Run<IReadOnlyList<Guid>>(client, async db =>
        [.. await db.QueryAsync<Guid>(WavesSql, new { client, study })], cancellation);

    // Without their codes: whoever has one may answer.
    private const string OpenLinksSql = """
        select audience, created_at, revoked_at
        from   open_link
        where  client_id = @client and wave_id = @wave
        order  by audience, created_at
        """;

    public Task<IReadOnlyList<OpenLinkDetails>> OpenLinks(Guid client, Guid wave, CancellationToken cancellation) => clients.Run<IReadOnlyList<OpenLinkDetails>>(client, async db =>
        [.. await db.QueryAsync<OpenLinkDetails>(OpenLinksSql, new { client, wave })], cancellation);

    // Without numbers: to how many a reminder went says how many had not answered by then.
    private const string MailingsSql = """
        select kind, state, due_at, signature, reply_to
        from   mailing
        where  client_id = @client and wave_id = @wave
        order  by due_at, mailing_id
        """;

    public Task<IReadOnlyList<MailingDetails>> Mailings(Guid client, Guid wave, CancellationToken cancellation) => clients.Run<IReadOnlyList<MailingDetails>>(client, async db =>
        [.. await db.QueryAsync<MailingDetails>(MailingsSql, new { client, wave })], cancellation);

    private const string PeopleSql = """
        select invitation_id, name, email, language, audience, segments, added_after_opening, bounced,
               unsubscribed_at is not null as is_unsubscribed, revoked_at is not null as is_revoked
        from   invitation
        where  client_id = @client and wave_id = @wave and invitation_id > @after
        order  by invitation_id
        limit  @most
        """;

    /// <summary>The people of a wave in pages, by their random numbers: the order tells nothing.</summary>
    public async IAsyncEnumerable<IReadOnlyList<InvitedPerson>> People(
        Guid client, Guid wave, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlyList<InvitedPerson> page;
        for (var after = Guid.Empty; ; after = page[^1].InvitationId)
        {
            page = await Page(after);
            yield return page;
            if (page.Count < PageSize)
                yield break;
        }

        Task<IReadOnlyList<InvitedPerson>> Page(Guid after) => clients.Run<IReadOnlyList<InvitedPerson>>(client, async db =>
            [.. await db.QueryAsync<InvitedPerson>(PeopleSql, new { client, wave, after, most = PageSize })], cancellation);
    }

    /// <summary>Notes who took everything.</summary>
    public Task Note(Guid client, Guid account, DateTimeOffset at, CancellationToken cancellation) =>
        clients.Run(client, db => new AuditLine(client, account, "client handed over", at).Append(db), cancellation);
}
