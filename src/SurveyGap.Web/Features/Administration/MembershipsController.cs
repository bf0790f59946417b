using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Accounts;
using SurveyGap.Web.Features.Clients;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Administration;

/// <summary>Who belongs where; changed from the page of the account or of the client, and back to it.</summary>
[Administrator, Route("/administration/memberships")]
public sealed class MembershipsController(MemberStore members) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Give(Guid account, Guid tenant, Role role, string? @return, CancellationToken cancellation) =>
        Enum.IsDefined(role) && await members.Give(tenant, account, role, Me, cancellation) ? Back(@return) : BadRequest();

    [HttpPost("end")]
    public async Task<IActionResult> End(Guid account, Guid tenant, string? @return, CancellationToken cancellation)
    {
        await members.End(tenant, account, PasswordLink.NewStamp(), Me, cancellation);
        return Back(@return);
    }

    private Guid Me => AccountClaims.IdOf(User)!.Value;

    private LocalRedirectResult Back(string? url) => LocalRedirect(Url.IsLocalUrl(url) ? url : "/administration/accounts");
}

/// <summary>What the button that ends a membership needs to know.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Client">Where.</param>
/// <param name="Return">The page that it stands on.</param>
/// <param name="Name">What tells it from the same button beside it.</param>
public sealed record MembershipToEnd(Guid Account, Guid Client, string Return, string Name);
