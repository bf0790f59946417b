using Dapper;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Answering;

/// <summary>From a link to a person in a wave.</summary>
public sealed class RespondentStore(ResolverScope resolver, ClientScope clients)
{
    private const string ResolveInvitationSql =
        "select client_id, wave_id, invitation_id, null::smallint as audience from resolve_invitation(@hash)";

    private const string ResolveOpenLinkSql =
        "select client_id, wave_id, null::uuid as invitation_id, audience from resolve_open_link(@code)";

    private const string InvitationSql = """
        select audience, language, segments
        from   invitation
        where  client_id = @client and wave_id = @wave and invitation_id = @invitation
        """;

    /// <summary>Who holds a personal link; null for a link that is unknown or revoked, and nothing tells which.</summary>
    public async Task<Respondent?> Find(byte[] tokenHash, CancellationToken cancellation)
    {
        var link = await resolver.Run(db => db.QuerySingleOrDefaultAsync<LinkRow>(ResolveInvitationSql, new { hash = tokenHash }), cancellation);
        if (link is null)
            return null;

        var (client, wave, invitation) = (link.ClientId, link.WaveId, link.InvitationId!.Value);
        var row = await clients.Run(client, db => db.QuerySingleOrDefaultAsync<InvitationRow>(InvitationSql, new { client, wave, invitation }), cancellation);
        return row is null ? null : new Respondent(client, wave, invitation, row.Audience, row.Language, row.Segments);
    }

    /// <summary>Somebody who reads an open link; null for one that is unknown or revoked.</summary>
    public async Task<Respondent?> FindThroughOpenLink(string code, CancellationToken cancellation)
    {
        var link = await resolver.Run(db => db.QuerySingleOrDefaultAsync<LinkRow>(ResolveOpenLinkSql, new { code }), cancellation);
        return link is null ? null : new Respondent(link.ClientId, link.WaveId, Invitation: null, (Audience)link.Audience!, Language: null, []);
    }

    private sealed record LinkRow
    {
        public required Guid ClientId { get; init; }

        public required Guid WaveId { get; init; }

        public required Guid? InvitationId { get; init; }

        public required short? Audience { get; init; }
    }

    private sealed record InvitationRow
    {
        public required Audience Audience { get; init; }

        public required string Language { get; init; }

        public required string?[] Segments { get; init; }
    }
}
