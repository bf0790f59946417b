using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Platform.Security;

internal sealed class SessionStore(AccountScope scope)
{
    private const string IsValidSql = """
        select exists (select from account
                       where account_id = @account and security_stamp = @stamp and disabled_at is null)
        """;

    /// <summary>Whether the account is enabled and its stamp still the one of the session.</summary>
    public Task<bool> IsValid(Guid account, string stamp, CancellationToken cancellation) =>
        scope.Run(account, db => db.ExecuteScalarAsync<bool>(IsValidSql, new { account, stamp }), cancellation);
}
