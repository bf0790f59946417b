using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Accounts;

/// <summary>Choosing a password by a link. Opening the link changes nothing; the new password spends it.</summary>
[AllowAnonymous, Route("/password/{token}")]
public sealed class PasswordController(AccountStore accounts, Passwords passwords, PasswordLink links) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(string token, CancellationToken cancellation) =>
        await Holder(token, cancellation) is { } account ? View("Password", new PasswordForm(account.Email, Fault: null)) : Spent();

    [HttpPost, EnableRateLimiting(RateLimits.ByLink)]
    public async Task<IActionResult> Set(string token, string? password, CancellationToken cancellation)
    {
        if (await Holder(token, cancellation) is not { } account)
            return Spent();

        if (Passwords.Fault(password ?? "", account.Email) is { } fault)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Password", new PasswordForm(account.Email, fault));
        }

        var kept = await accounts.SetPassword(account.AccountId, account.SecurityStamp, passwords.Hash(password!), PasswordLink.NewStamp(), cancellation);
        return kept ? View("PasswordSet") : Spent();
    }

    private async Task<Account?> Holder(string token, CancellationToken cancellation) =>
        links.Read(token) is var (id, stamp) && await accounts.Find(id, cancellation) is { } account && account.SecurityStamp == stamp
            ? account
            : null;

    private ViewResult Spent()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("LinkSpent");
    }
}

/// <param name="Email">Whose password it is.</param>
/// <param name="Fault">Key of the text that says what is wrong with the last one.</param>
public sealed record PasswordForm(string Email, string? Fault);
