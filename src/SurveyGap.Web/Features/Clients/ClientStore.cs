using Dapper;
using SurveyGap.Web.Platform.Database;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Clients;

public sealed class ClientStore(AccountScope scope)
{
    private const string OfAccountSql = """
        select c.client_id as id, c.name, c.color as colour, c.locale, c.time_zone, c.is_demo, c.logo is not null as has_logo, c.archived_at is not null as is_archived,
               case m.role when 'consultant' then 2 when 'reader' then 1 end as role
        from membership m
        join client c on c.client_id = m.client_id
        where m.account_id = @account
        order by lower(c.name), c.client_id
        """;

    /// <summary>The clients that an account belongs to, by name, archived ones included.</summary>
    public Task<IReadOnlyList<CurrentClient>> OfAccount(Guid account, CancellationToken cancellation) => scope.Run<IReadOnlyList<CurrentClient>>(account, async db =>
        [.. await db.QueryAsync<CurrentClient>(OfAccountSql, new { account })], cancellation);
}
