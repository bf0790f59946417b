using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Platform.Security;

internal sealed class MembershipStore(AccountScope scope)
{
    private const string FindSql = """
        select c.client_id as id, c.name, c.color as colour, c.locale, c.time_zone, c.is_demo, c.logo is not null as has_logo, c.archived_at is not null as is_archived,
               case m.role when 'consultant' then 2 when 'reader' then 1 end as role
        from membership m
        join client c on c.client_id = m.client_id
        join account a on a.account_id = m.account_id
        where m.account_id = @account and m.client_id = @client and a.disabled_at is null
        """;

    /// <summary>The client as this account may see it; null if it may not.</summary>
    public Task<CurrentClient?> Find(Guid account, Guid client, CancellationToken cancellation) =>
        scope.Run(account, db => db.QuerySingleOrDefaultAsync<CurrentClient>(FindSql, new { account, client }), cancellation);
}
