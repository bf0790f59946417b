using Dapper;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Administration;

/// <summary>All accounts, as an administrator sees them: in that account's scope, which is what lets others' memberships through.</summary>
public sealed class AccountListStore(AccountScope scope)
{
    private const string SelectSql = """
        select a.account_id, a.name, a.email, a.language, a.is_administrator, a.disabled_at is not null as is_disabled,
               a.password_hash is not null as has_password, a.totp_secret is not null as has_second_factor,
               (select count(*)::int from membership m where m.account_id = a.account_id) as clients,
               (select max(u.at) from audit u where u.client_id = @installation and u.account_id = a.account_id and u.action = 'sign-in') as last_sign_in
        from account a
        """;

    private const string AllSql = $"{SelectSql} order by a.disabled_at is not null, lower(a.name), a.account_id";

    public Task<IReadOnlyList<AccountLine>> All(Guid administrator, CancellationToken cancellation) => scope.Run<IReadOnlyList<AccountLine>>(administrator, async db =>
        [.. await db.QueryAsync<AccountLine>(AllSql, new { installation = AuditLine.Installation })], cancellation);

    private const string FindSql = $"{SelectSql} where a.account_id = @account";

    private const string MembershipsSql = """
        select c.client_id, c.name, c.color as colour, c.archived_at is not null as is_archived,
               case m.role when 'consultant' then 2 when 'reader' then 1 end as role
        from membership m
        join client c on c.client_id = m.client_id
        where m.account_id = @account
        order by lower(c.name), c.client_id
        """;

    /// <summary>An account and where it belongs; null if there is none.</summary>
    public Task<AccountWithMemberships?> Find(Guid administrator, Guid account, CancellationToken cancellation) => scope.Run(administrator, async db =>
        await db.QuerySingleOrDefaultAsync<AccountLine>(FindSql, new { account, installation = AuditLine.Installation }) is { } line
            ? new AccountWithMemberships(line, [.. await db.QueryAsync<MembershipLine>(MembershipsSql, new { account })])
            : null, cancellation);
}

/// <summary>An account in the list.</summary>
public sealed record AccountLine
{
    public required Guid AccountId { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Language { get; init; }

    public required bool IsAdministrator { get; init; }

    public required bool IsDisabled { get; init; }

    public required bool HasPassword { get; init; }

    public required bool HasSecondFactor { get; init; }

    /// <summary>How many it belongs to.</summary>
    public required int Clients { get; init; }

    public required DateTimeOffset? LastSignIn { get; init; }
}

/// <summary>A client that an account belongs to.</summary>
public sealed record MembershipLine
{
    public required Guid ClientId { get; init; }

    public required string Name { get; init; }

    public required string Colour { get; init; }

    public required bool IsArchived { get; init; }

    public required Role Role { get; init; }
}

/// <summary>An account and where it belongs.</summary>
public sealed record AccountWithMemberships(AccountLine Account, IReadOnlyList<MembershipLine> Memberships);
