using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Mail.Mailings;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Planning;

/// <summary>The last step: what is missing, what the opening freezes, and the opening itself.</summary>
[ClientRole(Role.Consultant), Route("/clients/{client:guid}/waves/{wave:guid}")]
public sealed class CheckController(WavePlanStore plans, Readiness readiness, WaveOpening opening, MailingStore mailings, TimeProvider clock) : Controller
{
    [HttpGet("check")]
    public async Task<IActionResult> Show(Guid client, Guid wave, CancellationToken cancellation) =>
        await plans.Find(client, wave, cancellation) is { } plan ? View("Check", await Page(client, plan, cancellation)) : NotFound();

    [HttpPost("opening")]
    public async Task<IActionResult> Open(Guid client, Guid wave, [FromForm] bool now, [FromForm] bool invite, [FromForm] Guid mailing, CancellationToken cancellation)
    {
        if (await plans.Find(client, wave, cancellation) is not { } plan)
            return NotFound();
        var account = AccountClaims.IdOf(User)!.Value;
        var order = new OpeningOrder(client, wave, account, account, now, invite && mailing != Guid.Empty ? mailing : null);
        if (await opening.Agree(order, cancellation) is not Opening.NotReady)
            return Redirect($"~/clients/{client}/waves/{wave}");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Check", await Page(client, plan, cancellation));
    }

    [HttpPost("opening/revocation")]
    public async Task<IActionResult> Withdraw(Guid client, Guid wave, CancellationToken cancellation)
    {
        if (await plans.Find(client, wave, cancellation) is null)
            return NotFound();
        await opening.Withdraw(client, wave, AccountClaims.IdOf(User), cancellation);
        return Redirect($"~/clients/{client}/waves/{wave}/check");
    }

    private async Task<CheckPage> Page(Guid client, WavePlan plan, CancellationToken cancellation) => new(
        plan,
        readiness.Of(plan),
        await mailings.Reach(client, plan.WaveId, MailKind.Invitation, cancellation),
        clock.GetUtcNow());
}

/// <summary>A plan with what was found.</summary>
/// <param name="Mails">How many invitations would go out.</param>
public sealed record CheckPage(WavePlan Plan, IReadOnlyList<Finding> Findings, int Mails, DateTimeOffset Now)
{
    public int Missing => Findings.Count(finding => finding.Blocks);

    public bool IsFuture => Plan.OpensAt > Now;
}
