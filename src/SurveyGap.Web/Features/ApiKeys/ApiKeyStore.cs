using Dapper;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.ApiKeys;

/// <summary>The keys of a client's programs. The database knows their hashes alone.</summary>
public sealed class ApiKeyStore(ClientScope clients, ResolverScope resolver, TimeProvider clock)
{
    private const string MakeSql = """
        insert into api_key (client_id, key_id, name, key_hash, ending, scopes, expires_at, created_by, created_at)
        values (@client, @key, @Name, @hash, @ending, @scopes, @expires, @by, @now)
        """;

    /// <summary>A new key, told this once.</summary>
    public async Task<Token> Make(Guid client, NewApiKey wish, Guid by, CancellationToken cancellation)
    {
        var (token, key, now) = (ApiSecret.Make(), Guid.NewGuid(), clock.GetUtcNow());
        var ending = token.Reveal()[^4..];
        string[] scopes = [.. wish.Scopes.Order().Select(ApiScopes.NameOf)];
        DateTimeOffset? expires = wish.Days is { } days ? now.AddDays(days) : null;
        await clients.Run(client, async db =>
        {
            await db.ExecuteAsync(MakeSql, new { client, key, wish.Name, hash = token.Hash, ending, scopes, expires, by, now });
            await new AuditLine(client, by, "api key made", now) { Subject = new { key, name = wish.Name, ending, scopes = string.Join(", ", scopes) } }.Append(db);
        }, cancellation);
        return token;
    }

    private const string OfClientSql = """
        select k.key_id, k.name, k.ending, k.scopes, k.expires_at, k.revoked_at, k.last_used_on::timestamp as last_used_on, k.created_at, a.name as created_by
        from   api_key k
        join   account a on a.account_id = k.created_by
        where  k.client_id = @client
        order  by k.created_at desc, k.key_id
        """;

    /// <summary>All keys there were, the newest first.</summary>
    public Task<IReadOnlyList<IssuedKey>> OfClient(Guid client, CancellationToken cancellation) => clients.Run<IReadOnlyList<IssuedKey>>(client, async db =>
        [.. await db.QueryAsync<IssuedKey>(OfClientSql, new { client })], cancellation);

    private const string RevokeSql = """
        update api_key
        set    revoked_at = @now
        where  client_id = @client and key_id = @key and revoked_at is null
        returning name
        """;

    /// <summary>From now on the key opens nothing.</summary>
    public Task Revoke(Guid client, Guid key, Guid by, CancellationToken cancellation) => clients.Run(client, async db =>
    {
        var now = clock.GetUtcNow();
        if (await db.QuerySingleOrDefaultAsync<string>(RevokeSql, new { client, key, now }) is { } name)
            await new AuditLine(client, by, "api key revoked", now) { Subject = new { key, name } }.Append(db);
    }, cancellation);

    private const string ResolveSql = "select client_id, key_id from resolve_api_key(@hash, @now)";

    // Written once a day: every other call of a busy program finds today's date.
    private const string UseSql = """
        with used as (
            update api_key
            set    last_used_on = @today::date
            where  client_id = @client and key_id = @key and last_used_on is distinct from @today::date
        )
        select name, scopes, created_by
        from   api_key
        where  client_id = @client and key_id = @key
        """;

    /// <summary>The key with this secret; null if it is unknown, expired or revoked: nobody learns which.</summary>
    public async Task<ApiKey?> Use(Token token, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var place = await resolver.Run(db => db.QuerySingleOrDefaultAsync<Place>(ResolveSql, new { hash = token.Hash, now }), cancellation);
        if (place is null)
            return null;

        var (client, key) = (place.ClientId, place.KeyId);
        return await clients.Run(client, async db =>
        {
            var use = await db.QuerySingleAsync<KeyUse>(UseSql, new { client, key, today = now.UtcDateTime.Date });
            return new ApiKey { KeyId = key, Name = use.Name, Scopes = use.Scopes, CreatedBy = use.CreatedBy, Client = await db.ReadClient(client) };
        }, cancellation);
    }

    private sealed record Place
    {
        public required Guid ClientId { get; init; }
        public required Guid KeyId { get; init; }
    }

    private sealed record KeyUse
    {
        public required string Name { get; init; }
        public required string[] Scopes { get; init; }
        public required Guid CreatedBy { get; init; }
    }
}

/// <summary>A key that somebody wants.</summary>
/// <param name="Days">How long it works; null until it is revoked.</param>
public sealed record NewApiKey(string Name, IReadOnlyCollection<ApiScope> Scopes, int? Days);

/// <summary>A key as consultants see it: its text is gone.</summary>
public sealed record IssuedKey
{
    public required Guid KeyId { get; init; }

    public required string Name { get; init; }

    /// <summary>The last four letters of its text.</summary>
    public required string Ending { get; init; }

    public required string[] Scopes { get; init; }

    public required DateTimeOffset? ExpiresAt { get; init; }

    public required DateTimeOffset? RevokedAt { get; init; }

    /// <summary>A day, no more: what a program does when is not kept.</summary>
    public required DateTime? LastUsedOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public bool IsValidAt(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || now < ExpiresAt);
}
