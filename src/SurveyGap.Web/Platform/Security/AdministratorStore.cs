using System.Security.Claims;
using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Platform.Security;

public sealed class AdministratorStore(AccountScope scope)
{
    private const string IncludesSql =
        "select exists (select from account where account_id = @account and is_administrator and disabled_at is null)";

    /// <summary>Whether somebody runs the installation.</summary>
    public async Task<bool> Includes(ClaimsPrincipal user, CancellationToken cancellation) =>
        AccountClaims.IdOf(user) is { } account
        && await scope.Run(account, db => db.ExecuteScalarAsync<bool>(IncludesSql, new { account }), cancellation);
}
