using System.Security.Claims;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Accounts;

/// <summary>What changes how one signs in asks for the password once more: a session may be somebody else's by now.</summary>
public sealed class OwnPassword(SignInStore signIns, Passwords passwords)
{
    /// <summary>The account if this is its password; null if not, or if too many attempts went before. Counts like signing in.</summary>
    public async Task<Account?> Confirm(ClaimsPrincipal user, string? password, CancellationToken cancellation)
    {
        var account = await signIns.Begin(AccountClaims.IdOf(user)!.Value, AccountClaims.StampOf(user)!, cancellation);
        if (passwords.Verify(account, password ?? "", out var rehashed) && account is not null)
        {
            await signIns.Pass(account.AccountId, rehashed, cancellation);
            return account;
        }

        if (account is not null)
            await signIns.Refuse(account.AccountId, "password", cancellation);
        return null;
    }
}
