using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Platform.Localisation;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Accounts;

/// <summary>The language of one's own screens; kept in the account, and in the session from now on.</summary>
public sealed class LanguageController(AccountStore accounts) : Controller
{
    [HttpPost("/account/language")]
    public async Task<IActionResult> Set(string? language, string? @return, CancellationToken cancellation)
    {
        if (!Languages.Workspace.Contains(language) || await accounts.SetLanguage(AccountClaims.IdOf(User)!.Value, language!, cancellation) is not { } account)
            return BadRequest();

        await Sessions.Continue(HttpContext, account.ToPrincipal());
        return LocalRedirect(Url.IsLocalUrl(@return) ? @return : "/");
    }
}
