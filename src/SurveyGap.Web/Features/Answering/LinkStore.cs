using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Answering;

/// <summary>Where a link leads, before any client is known.</summary>
public sealed class LinkStore(ResolverScope resolver)
{
    private const string PersonalSql =
        "select client_id as client, wave_id as wave, invitation_id as invitation from resolve_invitation(@hash)";

    /// <summary>Where a personal link leads; null for one that is unknown or revoked, and nothing tells which.</summary>
    public Task<Link?> Personal(byte[] hash, CancellationToken cancellation) =>
        resolver.Run(db => db.QuerySingleOrDefaultAsync<Link>(PersonalSql, new { hash }), cancellation);

    private const string OpenSql =
        "select client_id as client, wave_id as wave, null::uuid as invitation from resolve_open_link(@code)";

    /// <summary>Where an open link leads; null for one that is unknown or revoked.</summary>
    public Task<Link?> Open(string code, CancellationToken cancellation) =>
        resolver.Run(db => db.QuerySingleOrDefaultAsync<Link>(OpenSql, new { code }), cancellation);
}

/// <summary>What a link stands for.</summary>
public sealed record Link
{
    public required Guid Client { get; init; }

    public required Guid Wave { get; init; }

    /// <summary>Null for an open link.</summary>
    public required Guid? Invitation { get; init; }
}
