using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.ReportLinks;

/// <summary>The links by which executives read results without an account.</summary>
[ClientRole(Role.Consultant), Route("/clients/{client:guid}/waves/{wave:guid}/report-links")]
public sealed class ReportLinksController(ReportLinkStore links, WaveSummaryStore waves, PublicAddress address, TimeProvider clock) : Controller
{
    [HttpGet]
    public Task<IActionResult> Show(Guid client, Guid wave, CancellationToken cancellation) => Page(client, wave, link: null, cancellation);

    /// <summary>A new link; it stands in this answer and nowhere else.</summary>
    [HttpPost]
    public async Task<IActionResult> Make(Guid client, Guid wave, int days, CancellationToken cancellation)
    {
        if (!ReportLinksPage.Days.Contains(days))
            days = ReportLinksPage.Days[0];
        var token = await links.Make(client, wave, clock.GetUtcNow().AddDays(days), AccountClaims.IdOf(User)!.Value, cancellation);
        return await Page(client, wave, token is null ? null : address.Of($"r/report/{token.Reveal()}"), cancellation);
    }

    [HttpPost("{link:guid}/revocation")]
    public async Task<IActionResult> Revoke(Guid client, Guid wave, Guid link, CancellationToken cancellation)
    {
        if (await waves.Find(client, wave, cancellation) is null)
            return NotFound();
        await links.Revoke(client, wave, link, AccountClaims.IdOf(User)!.Value, cancellation);
        return Redirect($"~/clients/{client}/waves/{wave}/report-links");
    }

    private async Task<IActionResult> Page(Guid client, Guid wave, Uri? link, CancellationToken cancellation) =>
        await waves.Find(client, wave, cancellation) is { } found
            ? View("ReportLinks", new ReportLinksPage(found, await links.OfWave(client, wave, cancellation), link, clock.GetUtcNow()))
            : NotFound();
}

/// <param name="Wave">Whose results.</param>
/// <param name="Links">All there were, the newest first.</param>
/// <param name="New">The one that was just made; null for none.</param>
/// <param name="Now">When this was read.</param>
public sealed record ReportLinksPage(WaveSummary Wave, IReadOnlyList<ReportLink> Links, Uri? New, DateTimeOffset Now)
{
    /// <summary>How long a link may work.</summary>
    public static IReadOnlyList<int> Days { get; } = [30, 7, 90];
}
