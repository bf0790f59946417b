using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Accounts;

/// <summary>One's own account: language, password, second factor, sessions.</summary>
[Route("/account")]
public sealed class AccountController(AccountStore accounts, SignInStore signIns, Passwords passwords, OwnPassword own) : Controller
{
    [HttpGet]
    public Task<IActionResult> Show(AccountNews? news, CancellationToken cancellation) => Page(news, fault: null, cancellation);

    /// <summary>Another password. All other sessions end; this one goes on.</summary>
    [HttpPost("password")]
    public async Task<IActionResult> ChangePassword(string? current, string? password, CancellationToken cancellation)
    {
        if (await own.Confirm(User, current, cancellation) is not { } account)
            return await Page(news: null, "Current.Wrong", cancellation);
        if (Passwords.Fault(password ?? "", account.Email) is { } fault)
            return await Page(news: null, fault, cancellation);

        var stamp = PasswordLink.NewStamp();
        if (!await accounts.SetPassword(account.AccountId, account.SecurityStamp, passwords.Hash(password!), stamp, cancellation))
            return await Page(news: null, "Current.Wrong", cancellation);
        return await GoOn(account with { SecurityStamp = stamp }, AccountNews.Password);
    }

    /// <summary>Ends every session but this one.</summary>
    [HttpPost("sessions/end")]
    public async Task<IActionResult> EndOthers(CancellationToken cancellation)
    {
        var stamp = PasswordLink.NewStamp();
        var id = AccountClaims.IdOf(User)!.Value;
        await accounts.EndSessions(id, stamp, "other sessions ended", cancellation);
        return await accounts.Find(id, cancellation) is { } account ? await GoOn(account, AccountNews.Sessions) : NotFound();
    }

    private async Task<RedirectResult> GoOn(Account account, AccountNews news)
    {
        await Sessions.Continue(HttpContext, account.ToPrincipal());
        return Redirect($"~/account?news={news}");
    }

    private async Task<IActionResult> Page(AccountNews? news, string? fault, CancellationToken cancellation)
    {
        if (await accounts.Find(AccountClaims.IdOf(User)!.Value, cancellation) is not { } account)
            return NotFound();
        if (fault is not null)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Account", new AccountPage(account, await signIns.Latest(account.AccountId, cancellation), news, fault));
    }
}

/// <summary>What has just happened.</summary>
public enum AccountNews
{
    Password,
    Sessions,
    SecondFactorOn,
    SecondFactorOff,
}

/// <param name="Account">Whose page it is.</param>
/// <param name="SignIns">The latest, the newest first.</param>
/// <param name="News">What has just happened.</param>
/// <param name="Fault">Key of the text that says why the password stayed as it was.</param>
public sealed record AccountPage(Account Account, IReadOnlyList<SignInLine> SignIns, AccountNews? News, string? Fault);
