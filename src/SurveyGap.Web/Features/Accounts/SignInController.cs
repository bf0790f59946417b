using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Accounts;

public sealed class SignInController(AccountStore accounts, SignInStore signIns, Passwords passwords, PendingSignIn pending, TimeProvider clock) : Controller
{
    [HttpGet("/sign-in"), AllowAnonymous]
    public IActionResult Show(string? @return) =>
        User.Identity?.IsAuthenticated == true ? LocalRedirect(Safe(@return)) : View("SignIn", new SignInForm { Return = @return });

    [HttpPost("/sign-in"), AllowAnonymous, EnableRateLimiting(RateLimits.ByAddress)]
    public async Task<IActionResult> SignIn(SignInForm form, CancellationToken cancellation)
    {
        var account = await signIns.Begin(form.Email, cancellation);
        if (!passwords.Verify(account, form.Password, out var rehashed) || account is null)
        {
            if (account is not null)
                await signIns.Refuse(account.AccountId, "sign-in", cancellation);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("SignIn", form with { Password = "", Failed = true });
        }

        if (account.HasSecondFactor)
        {
            await signIns.Pass(account.AccountId, rehashed, cancellation);
            pending.Begin(HttpContext, account, Safe(form.Return));
            return Redirect("~/sign-in/code");
        }

        await signIns.Complete(account.AccountId, rehashed, cancellation);
        await Sessions.Begin(HttpContext, account.ToPrincipal(), clock.GetUtcNow());
        return LocalRedirect(Safe(form.Return));
    }

    /// <summary>Ends all sessions of the account: a cookie that somebody copied would outlive the one that is deleted here.</summary>
    [HttpPost("/sign-out")]
    public async Task<IActionResult> SignOutOfSession(CancellationToken cancellation)
    {
        await accounts.EndSessions(AccountClaims.IdOf(User)!.Value, PasswordLink.NewStamp(), "sign-out", cancellation);
        await HttpContext.SignOutAsync();
        return RedirectToAction(nameof(Show));
    }

    private string Safe(string? url) => Url.IsLocalUrl(url) ? url : "/";
}

/// <summary>Who wants in, and where to.</summary>
public sealed record SignInForm
{
    public string Email { get; init; } = "";

    public string Password { get; init; } = "";

    public string? Return { get; init; }

    /// <summary>The last attempt did not fit; the page does not say which half of it.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public bool Failed { get; init; }
}
