using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Accounts;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.SecondFactor;

/// <summary>Sets up, renews and removes one's own second factor. Each step asks for the password.</summary>
[Route("/account/second-factor")]
public sealed class SecondFactorController(
    AccountStore accounts, OwnPassword own, SecondFactorStore factors, SecretSeal seal, TimeProvider clock) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancellation) => await accounts.Find(Me, cancellation) switch
    {
        null => NotFound(),
        { HasSecondFactor: true } => await State(failed: false, cancellation),
        var account => Offer(account, Totp.NewSecret(), fault: null),
    };

    /// <summary>Turns it on once the phone has shown a right code. The recovery codes stand in this answer and nowhere else.</summary>
    [HttpPost]
    public async Task<IActionResult> TurnOn(string? offer, string? code, string? password, CancellationToken cancellation)
    {
        if (await accounts.Find(Me, cancellation) is not { HasSecondFactor: false } known || seal.Accept(Me, offer) is not { } secret)
            return Redirect("~/account/second-factor");
        if (await own.Confirm(User, password, cancellation) is not { } account)
            return Offer(known, secret, "Password.Wrong");
        if (Totp.Match(secret, string.Concat((code ?? "").Where(char.IsAsciiDigit)), clock.GetUtcNow()) is not { } step)
            return Offer(known, secret, "Code.Wrong");

        var codes = RecoveryCodes.New();
        var stamp = PasswordLink.NewStamp();
        NewSecondFactor factor = new(Me, seal.Keep(secret), step, Hashes(codes));
        if (!await factors.TurnOn(factor, account.SecurityStamp, stamp, cancellation))
            return Redirect("~/account/second-factor");
        await Sessions.Continue(HttpContext, (account with { SecurityStamp = stamp }).ToPrincipal());
        return View("RecoveryCodes", new RecoveryCodesPage(codes, AccountNews.SecondFactorOn));
    }

    [HttpPost("recovery-codes")]
    public async Task<IActionResult> RenewCodes(string? password, CancellationToken cancellation)
    {
        if (await own.Confirm(User, password, cancellation) is not { HasSecondFactor: true })
            return await State(failed: true, cancellation);

        var codes = RecoveryCodes.New();
        await factors.RenewCodes(Me, Hashes(codes), cancellation);
        return View("RecoveryCodes", new RecoveryCodesPage(codes, News: null));
    }

    [HttpPost("removal")]
    public async Task<IActionResult> TurnOff(string? password, CancellationToken cancellation)
    {
        if (await own.Confirm(User, password, cancellation) is not { HasSecondFactor: true } account)
            return await State(failed: true, cancellation);

        var stamp = PasswordLink.NewStamp();
        await factors.TurnOff(Me, Me, stamp, cancellation);
        await Sessions.Continue(HttpContext, (account with { SecurityStamp = stamp }).ToPrincipal());
        return Redirect($"~/account?news={AccountNews.SecondFactorOff}");
    }

    private Guid Me => AccountClaims.IdOf(User)!.Value;

    private static byte[][] Hashes(IReadOnlyList<string> codes) => [.. codes.Select(RecoveryCodes.Hash)];

    private ViewResult Offer(Account account, byte[] secret, string? fault)
    {
        if (fault is not null)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Enrolment", new EnrolmentPage(account.Email, secret, seal.Offer(account.AccountId, secret), fault));
    }

    private async Task<IActionResult> State(bool failed, CancellationToken cancellation)
    {
        if (failed)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("State", new StatePage(await factors.CodesLeft(Me, cancellation), failed));
    }
}

/// <param name="Email">Whose account it is.</param>
/// <param name="Secret">What the phone is to know.</param>
/// <param name="Offer">The same, sealed, for the form.</param>
/// <param name="Fault">Key of the text that says what was wrong.</param>
public sealed record EnrolmentPage(string Email, byte[] Secret, string Offer, string? Fault)
{
    /// <summary>What the phone reads from the picture.</summary>
    public Uri Address => new($"otpauth://totp/SurveyGap:{Uri.EscapeDataString(Email)}?secret={Base32.Of(Secret)}&issuer=SurveyGap");

    /// <summary>The secret for whoever types it.</summary>
    public string Text => RecoveryCodes.Grouped(Base32.Of(Secret));
}

/// <param name="CodesLeft">Recovery codes that have not been used.</param>
/// <param name="Failed">The password was wrong.</param>
public sealed record StatePage(int CodesLeft, bool Failed);

/// <param name="Codes">All of them, for once.</param>
/// <param name="News">What the account's page says next.</param>
public sealed record RecoveryCodesPage(IReadOnlyList<string> Codes, AccountNews? News);
