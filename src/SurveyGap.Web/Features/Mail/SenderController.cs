using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Mail.Sender;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Mail;

/// <summary>Whether receivers can believe that our mails are ours.</summary>
[ClientRole(Role.Consultant)]
public sealed class SenderController(SenderCheck check) : Controller
{
    [HttpGet("/clients/{client:guid}/mail-sender")]
    public async Task<IActionResult> Show(CancellationToken cancellation) =>
        View("Sender", new SenderPage(check.Domain, check.HasDomain ? await check.Findings(cancellation) : []));
}

/// <param name="Domain">The domain in From.</param>
/// <param name="Findings">None: there is no domain to ask about yet.</param>
public sealed record SenderPage(string Domain, IReadOnlyList<SenderFinding> Findings);
