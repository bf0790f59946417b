using Microsoft.AspNetCore.Mvc;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Platform;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Invitations;

/// <summary>The links of a wave that hang on walls: one for each audience that wants one.</summary>
[Route("/clients/{client:guid}/waves/{wave:guid}/links"), ClientRole(Role.Consultant)]
public sealed class OpenLinksController(OpenLinkStore links, PublicAddress address, TimeProvider clock) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(Guid client, Guid wave, CancellationToken cancellation) =>
        await links.OfWave(client, wave, cancellation) is { } page ? View("OpenLinks", page) : NotFound();

    [HttpPost("{audience}")]
    public async Task<IActionResult> Make(Guid client, Guid wave, string audience, CancellationToken cancellation) =>
        AudienceNames.All.TryGetValue(audience, out var whose) && await links.Ensure(client, wave, whose, clock.GetUtcNow(), cancellation) is not null
            ? Back(client, wave)
            : NotFound();

    [HttpPost("{audience}/revocation")]
    public async Task<IActionResult> Revoke(Guid client, Guid wave, string audience, CancellationToken cancellation)
    {
        if (!AudienceNames.All.TryGetValue(audience, out var whose) || await links.OfWave(client, wave, cancellation) is null)
            return NotFound();

        await links.Revoke(client, wave, whose, clock.GetUtcNow(), cancellation);
        return Back(client, wave);
    }

    [HttpGet("{audience}/qr.svg")]
    public async Task<IActionResult> Picture(Guid client, Guid wave, string audience, CancellationToken cancellation) =>
        await CodeOf(client, wave, audience, cancellation) is { } code
            ? Content(QrCode.Of(address.Of($"o/{code}")).Svg(), "image/svg+xml")
            : NotFound();

    private async Task<string?> CodeOf(Guid client, Guid wave, string audience, CancellationToken cancellation) =>
        AudienceNames.All.TryGetValue(audience, out Audience whose) ? await links.Find(client, wave, whose, cancellation) : null;

    private RedirectResult Back(Guid client, Guid wave) => Redirect($"~/clients/{client}/waves/{wave}/links");
}
