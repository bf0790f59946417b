using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SurveyGap.Web.Features.Accounts;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.SecondFactor;

/// <summary>The second page of signing in, for whoever's password was right a moment ago.</summary>
[AllowAnonymous, Route("/sign-in/code")]
public sealed class CodeController(PendingSignIn pending, SignInStore signIns, SecondFactorStore factors, SecretSeal seal, TimeProvider clock) : Controller
{
    [HttpGet]
    public IActionResult Show() => pending.Read(HttpContext) is null ? Redirect("~/sign-in") : View("Code", new CodeForm(Failed: false));

    [HttpPost, EnableRateLimiting(RateLimits.ByAddress)]
    public async Task<IActionResult> SignIn(string? code, CancellationToken cancellation)
    {
        if (pending.Read(HttpContext) is not { } half)
            return Redirect("~/sign-in");

        var account = await signIns.Begin(half.Account, half.Stamp, cancellation);
        if (account is null || !await IsRight(half.Account, code ?? "", cancellation))
        {
            if (account is not null)
                await signIns.Refuse(account.AccountId, "code", cancellation);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Code", new CodeForm(Failed: true));
        }

        await signIns.Complete(account.AccountId, rehashed: null, cancellation);
        PendingSignIn.End(HttpContext);
        await Sessions.Begin(HttpContext, account.ToPrincipal(), clock.GetUtcNow());
        return LocalRedirect(half.Return);
    }

    private async Task<bool> IsRight(Guid account, string code, CancellationToken cancellation)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (digits.Length == Totp.Digits && code.All(sign => char.IsAsciiDigit(sign) || sign == ' '))
        {
            return await factors.Secret(account, cancellation) is { } kept
                && Totp.Match(seal.Open(kept), digits, clock.GetUtcNow()) is { } step
                && await factors.UseStep(account, step, cancellation);
        }

        return await factors.UseCode(account, RecoveryCodes.Hash(code), cancellation);
    }
}

/// <param name="Failed">The last code did not fit.</param>
public sealed record CodeForm(bool Failed);
