using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Audit;

/// <summary>The page that shows what was done, to whoever may ask.</summary>
public sealed class AuditController(AuditStore audit) : Controller
{
    [HttpGet("/clients/{client:guid}/audit"), ClientRole(Role.Consultant)]
    public async Task<IActionResult> OfClient(Guid client, AuditFilter filter, CancellationToken cancellation) =>
        View("Audit", await audit.OfClient(client, filter, cancellation));

    [HttpGet("/administration/audit"), Administrator]
    public async Task<IActionResult> OfAll(AuditFilter filter, CancellationToken cancellation) =>
        View("Audit", await audit.OfAll(AccountClaims.IdOf(User)!.Value, filter, cancellation));
}
