using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Administration;

/// <summary>All clients by name, as an administrator sees them: nothing of what they ask or hear.</summary>
public sealed class ClientListStore(AccountScope scope)
{
    private const string SelectSql = """
        select c.client_id, c.name, c.color as colour, c.is_demo, c.archived_at, c.created_at,
               (select count(*)::int from membership m where m.client_id = c.client_id and m.role = 'consultant') as consultants,
               (select count(*)::int from membership m where m.client_id = c.client_id and m.role = 'reader') as readers
        from client c
        """;

    private const string AllSql = $"{SelectSql} order by c.archived_at is not null, lower(c.name), c.client_id";

    public Task<IReadOnlyList<AdministeredClient>> All(Guid administrator, CancellationToken cancellation) => scope.Run<IReadOnlyList<AdministeredClient>>(administrator, async db =>
        [.. await db.QueryAsync<AdministeredClient>(AllSql)], cancellation);

    private const string FindSql = $"{SelectSql} where c.client_id = @client";

    /// <summary>One client; null if there is none.</summary>
    public Task<AdministeredClient?> Find(Guid administrator, Guid client, CancellationToken cancellation) => scope.Run(administrator, db =>
        db.QuerySingleOrDefaultAsync<AdministeredClient>(FindSql, new { client }), cancellation);
}

/// <summary>A client in the list.</summary>
public sealed record AdministeredClient
{
    public required Guid ClientId { get; init; }

    public required string Name { get; init; }

    public required string Colour { get; init; }

    public required bool IsDemo { get; init; }

    public required DateTimeOffset? ArchivedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required int Consultants { get; init; }

    public required int Readers { get; init; }
}
