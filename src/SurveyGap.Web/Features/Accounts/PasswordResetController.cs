using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SurveyGap.Web.Features.Mail.Letters;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Accounts;

/// <summary>For whoever forgot the password. The answer is the same, and as quick, whether there is such an account or not.</summary>
[AllowAnonymous, Route("/password-reset")]
public sealed class PasswordResetController(AccountStore accounts, PasswordLink links, LetterBox letters) : Controller
{
    private static readonly TimeSpan Validity = TimeSpan.FromHours(1);

    [HttpGet]
    public IActionResult Show() => View("PasswordReset", new PasswordResetForm("", IsNoAddress: false));

    [HttpPost, EnableRateLimiting(RateLimits.ByAddress)]
    public async Task<IActionResult> Ask(string? email, CancellationToken cancellation)
    {
        email = (email ?? "").Trim();
        if (!MailAddressForm.Fits(email))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("PasswordReset", new PasswordResetForm(email, IsNoAddress: true));
        }

        // The stamp stays: asking ends no session, and a link that was sent before still works.
        if (await accounts.AskForLink(email, cancellation) is { } account)
        {
            var link = links.For(account.AccountId, account.SecurityStamp, Validity);
            letters.Post(SingleLetter.SetPassword(account.Name, account.Email, account.Language, link, Validity));
        }

        return View("PasswordAsked");
    }
}

/// <param name="Email">What was typed.</param>
/// <param name="IsNoAddress">It cannot be an address.</param>
public sealed record PasswordResetForm(string Email, bool IsNoAddress);
