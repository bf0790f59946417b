using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Accounts;
using SurveyGap.Web.Features.SecondFactor;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Administration;

/// <summary>The people who sign in.</summary>
[Administrator, Route("/administration/accounts")]
public sealed class AccountsController(
    AccountListStore list, AccountControlStore control, ClientListStore clients, NewAccount newAccount, PasswordHandover handover, SecondFactorStore factors) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Accounts", await list.All(Me, cancellation));

    [HttpGet("new")]
    public IActionResult New() => View("NewAccount", new NewAccountForm());

    [HttpPost]
    public async Task<IActionResult> Add(NewAccountForm form, CancellationToken cancellation)
    {
        if (form.Check() is { } fault)
            return Refuse(form, fault);
        if (await newAccount.Add(form.ToDraft(), Me, cancellation) is not var (account, link))
            return Refuse(form, "Email.Known");
        return await HandOver(account, link, cancellation);
    }

    [HttpGet("{account:guid}")]
    public async Task<IActionResult> Show(Guid account, bool sent, CancellationToken cancellation) =>
        await list.Find(Me, account, cancellation) is { } found
            ? View("Account", new AccountPage(found, await clients.All(Me, cancellation), found.Account.AccountId == Me, sent))
            : NotFound();

    /// <summary>Sends another link to choose a password. It ends the sessions and voids the links before it.</summary>
    [HttpPost("{account:guid}/password-link")]
    public async Task<IActionResult> SendLink(Guid account, CancellationToken cancellation) =>
        await list.Find(Me, account, cancellation) is { } found && await newAccount.LinkAgain(found.Account.Email, Me, cancellation) is { } link
            ? await HandOver(account, link, cancellation)
            : NotFound();

    [HttpPost("{account:guid}/disablement")]
    public Task<IActionResult> Disable(Guid account, CancellationToken cancellation) =>
        Change(account, control.Disable(account, PasswordLink.NewStamp(), Me, cancellation));

    [HttpPost("{account:guid}/disablement/end")]
    public Task<IActionResult> Enable(Guid account, CancellationToken cancellation) => Change(account, control.Enable(account, Me, cancellation));

    [HttpPost("{account:guid}/administrator")]
    public Task<IActionResult> Promote(Guid account, CancellationToken cancellation) =>
        Change(account, control.Promote(account, isAdministrator: true, Me, cancellation));

    [HttpPost("{account:guid}/administrator/end")]
    public Task<IActionResult> Demote(Guid account, CancellationToken cancellation) =>
        Change(account, control.Promote(account, isAdministrator: false, Me, cancellation));

    /// <summary>For somebody who has lost phone and codes; the password is still needed.</summary>
    [HttpPost("{account:guid}/second-factor/end")]
    public Task<IActionResult> ResetSecondFactor(Guid account, CancellationToken cancellation) =>
        Change(account, factors.TurnOff(account, Me, PasswordLink.NewStamp(), cancellation));

    private Guid Me => AccountClaims.IdOf(User)!.Value;

    private ViewResult Refuse(NewAccountForm form, string fault)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("NewAccount", form with { Fault = fault });
    }

    private async Task<IActionResult> HandOver(Guid account, Uri link, CancellationToken cancellation)
    {
        var found = await list.Find(Me, account, cancellation);
        return await handover.Send(found!.Account, link, cancellation) is { } page
            ? View("PasswordLink", page)
            : Redirect($"~/administration/accounts/{account}?sent=true");
    }

    private async Task<IActionResult> Change(Guid account, Task change)
    {
        await change;
        return Redirect($"~/administration/accounts/{account}");
    }
}

/// <param name="Found">The account.</param>
/// <param name="Clients">All there are.</param>
/// <param name="IsOwn">Whether it is the administrator's own: some things one does not do to oneself.</param>
/// <param name="LinkSent">A link has just left by mail.</param>
public sealed record AccountPage(AccountWithMemberships Found, IReadOnlyList<AdministeredClient> Clients, bool IsOwn, bool LinkSent);
