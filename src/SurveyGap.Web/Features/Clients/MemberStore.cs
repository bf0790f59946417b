using Dapper;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Clients;

/// <summary>Who belongs to a client.</summary>
public sealed class MemberStore(ClientScope scope, TimeProvider clock)
{
    private const string OfClientSql = """
        select m.account_id, a.name, a.email, a.disabled_at is not null as is_disabled,
               case m.role when 'consultant' then 2 when 'reader' then 1 end as role
        from membership m
        join account a on a.account_id = m.account_id
        where m.client_id = @client
        order by lower(a.name), m.account_id
        """;

    public Task<IReadOnlyList<Member>> OfClient(Guid client, CancellationToken cancellation) => scope.Run<IReadOnlyList<Member>>(client, async db =>
        [.. await db.QueryAsync<Member>(OfClientSql, new { client })], cancellation);

    private const string GiveSql = """
        insert into membership (client_id, account_id, role, created_at)
        select c.client_id, a.account_id, @role, @now
        from client c
        cross join account a
        where c.client_id = @client and a.account_id = @account
        on conflict (client_id, account_id) do update set role = excluded.role
        """;

    /// <summary>Gives an account a role, or another one; false if there is no such client or account.</summary>
    public Task<bool> Give(Guid client, Guid account, Role role, Guid by, CancellationToken cancellation) => scope.Run(client, async db =>
    {
        var name = role == Role.Consultant ? "consultant" : "reader";
        if (await db.ExecuteAsync(GiveSql, new { client, account, role = name, now = clock.GetUtcNow() }) == 0)
            return false;
        await new AuditLine(client, by, "membership given", clock.GetUtcNow()) { Subject = new { account, role = name } }.Append(db);
        return true;
    }, cancellation);

    private const string EndSql = "delete from membership where client_id = @client and account_id = @account";
    private const string EndSessionsSql = "update account set security_stamp = @stamp where account_id = @account";

    /// <summary>Ends a membership, and with it the account's sessions; false if there was none.</summary>
    public Task<bool> End(Guid client, Guid account, string stamp, Guid by, CancellationToken cancellation) => scope.Run(client, async db =>
    {
        if (await db.ExecuteAsync(EndSql, new { client, account }) == 0)
            return false;
        await db.ExecuteAsync(EndSessionsSql, new { account, stamp });
        await new AuditLine(client, by, "membership ended", clock.GetUtcNow()) { Subject = new { account } }.Append(db);
        return true;
    }, cancellation);
}

/// <summary>Somebody who belongs to a client.</summary>
public sealed record Member
{
    public required Guid AccountId { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required bool IsDisabled { get; init; }

    public required Role Role { get; init; }
}
