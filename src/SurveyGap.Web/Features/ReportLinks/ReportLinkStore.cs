using System.Security.Cryptography;
using Dapper;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.ReportLinks;

/// <summary>Links that show the results of one wave to whoever holds them. The database knows their hashes alone.</summary>
public sealed class ReportLinkStore(ClientScope clients, ResolverScope resolver, TimeProvider clock)
{
    private const int TokenLength = 32;

    private const string MakeSql = """
        insert into report_link (client_id, wave_id, link_id, token_hash, expires_at, created_by, created_at)
        select w.client_id, w.wave_id, @link, @hash, @until, @by, @now
        from wave w
        where w.client_id = @client and w.wave_id = @wave and w.closed_at is not null
        """;

    /// <summary>A new link, told this once; null if the wave is not closed.</summary>
    public async Task<Token?> Make(Guid client, Guid wave, DateTimeOffset until, Guid by, CancellationToken cancellation)
    {
        Token token = new(RandomNumberGenerator.GetBytes(TokenLength));
        var link = Guid.NewGuid();
        var made = await clients.Run(client, async db =>
        {
            if (await db.ExecuteAsync(MakeSql, new { client, wave, link, hash = token.Hash, until, by, now = Now }) == 0)
                return false;
            await new AuditLine(client, by, "report link made", Now) { Subject = new { wave, link, until = DateOnly.FromDateTime(until.UtcDateTime) } }.Append(db);
            return true;
        }, cancellation);
        return made ? token : null;
    }

    private const string OfWaveSql = """
        select l.link_id, l.created_at, l.expires_at, l.revoked_at, a.name as created_by,
               (select count(*)::int from audit u
                where u.client_id = l.client_id and u.action = 'report link opened' and u.subject ->> 'link' = l.link_id::text) as opened
        from report_link l
        left join account a on a.account_id = l.created_by
        where l.client_id = @client and l.wave_id = @wave
        order by l.created_at desc
        """;

    /// <summary>All links of a wave, the newest first.</summary>
    public Task<IReadOnlyList<ReportLink>> OfWave(Guid client, Guid wave, CancellationToken cancellation) => clients.Run<IReadOnlyList<ReportLink>>(client, async db =>
        [.. await db.QueryAsync<ReportLink>(OfWaveSql, new { client, wave })], cancellation);

    private const string RevokeSql = """
        update report_link
        set revoked_at = @now
        where client_id = @client and wave_id = @wave and link_id = @link and revoked_at is null
        """;

    public Task Revoke(Guid client, Guid wave, Guid link, Guid by, CancellationToken cancellation) => clients.Run(client, async db =>
    {
        if (await db.ExecuteAsync(RevokeSql, new { client, wave, link, now = Now }) > 0)
            await new AuditLine(client, by, "report link revoked", Now) { Subject = new { wave, link } }.Append(db);
    }, cancellation);

    private const string ResolveSql = "select client_id, wave_id, link_id from resolve_report_link(@hash, @now)";

    /// <summary>Where a link leads, for a reader; null if it is unknown, expired or revoked: nobody learns which.</summary>
    /// <param name="token">From the link.</param>
    /// <param name="opened">What is opened, for the audit; null for what only leads there.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<SharedWave?> Open(Token token, string? opened, CancellationToken cancellation)
    {
        var place = await resolver.Run(db => db.QuerySingleOrDefaultAsync<Place>(ResolveSql, new { hash = token.Hash, now = Now }), cancellation);
        if (place is null)
            return null;

        var (client, wave, link) = (place.ClientId, place.WaveId, place.LinkId);
        return await clients.Run(client, async db =>
        {
            if (opened is not null)
                await new AuditLine(client, By: null, "report link opened", Now) { Subject = new { wave, link, opened } }.Append(db);
            return new SharedWave(await db.ReadClient(client), wave);
        }, cancellation);
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    private sealed record Place
    {
        public required Guid ClientId { get; init; }
        public required Guid WaveId { get; init; }
        public required Guid LinkId { get; init; }
    }
}

/// <summary>A link as consultants see it: its text is gone.</summary>
public sealed record ReportLink
{
    public required Guid LinkId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset? RevokedAt { get; init; }

    public required string? CreatedBy { get; init; }

    /// <summary>How often it was opened, reports included.</summary>
    public required int Opened { get; init; }

    public bool IsValidAt(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;
}

/// <summary>Where a link leads.</summary>
/// <param name="Client">As a reader of it.</param>
/// <param name="Wave">The one wave that the link shows.</param>
public sealed record SharedWave(CurrentClient Client, Guid Wave)
{
    /// <summary>Of the client's people.</summary>
    public string Language => Client.Locale[..2];
}
