using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Audit;

/// <summary>Who did what and when: of one client for its consultants, of all for administrators. The policies let no more through.</summary>
public sealed class AuditStore(ClientScope clients, AccountScope accounts)
{
    public const int PageSize = 100;

    // What belongs to a client is named where the scope shows it: an administrator reads that a wave closed, not which.
    private const string SelectSql = """
        select u.audit_id, u.at, u.action, u.subject::text as subject,
               u.account_id, a.name as account, u.key_id, k.name as key, s.name as subject_account, u.client_id, c.name as client,
               (select w.name from wave w where w.client_id = u.client_id and w.wave_id::text = u.subject ->> 'wave') as wave
        from audit u
        left join account a on a.account_id = u.account_id
        left join account s on s.account_id::text = u.subject ->> 'account'
        left join client c on c.client_id = u.client_id
        left join api_key k on k.client_id = u.client_id and k.key_id = u.key_id
        where (@account::uuid is null or u.account_id = @account or u.subject ->> 'account' = @account::text)
          and (@client::uuid is null or u.client_id = @client)
          and (@action::text is null or u.action = @action)
          and (@before::timestamptz is null or (u.at, u.audit_id) < (@before, @beforeId))
        order by u.at desc, u.audit_id desc
        limit @most
        """;

    private const string ChoicesSql = """
        select distinct u.action, u.account_id, a.name as account
        from audit u
        left join account a on a.account_id = u.account_id
        where @client::uuid is null or u.client_id = @client
        """;

    public Task<AuditPage> OfClient(Guid client, AuditFilter filter, CancellationToken cancellation) =>
        clients.Run(client, db => Read(db, filter with { Tenant = client }), cancellation);

    public Task<AuditPage> OfAll(Guid administrator, AuditFilter filter, CancellationToken cancellation) =>
        accounts.Run(administrator, db => Read(db, filter), cancellation);

    private static async Task<AuditPage> Read(Npgsql.NpgsqlConnection db, AuditFilter filter)
    {
        var (account, client, action) = (filter.Account, filter.Tenant, string.IsNullOrEmpty(filter.Deed) ? null : filter.Deed);
        var (before, beforeId) = (filter.Before?.ToUniversalTime(), filter.BeforeId);
        var lines = (await db.QueryAsync<AuditEntry>(SelectSql, new { account, client, action, before, beforeId, most = PageSize + 1 })).ToList();
        var choices = (await db.QueryAsync<AuditChoice>(ChoicesSql, new { client })).ToList();
        return new AuditPage(filter, [.. lines.Take(PageSize)], HasOlder: lines.Count > PageSize, choices);
    }
}
