using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Waves;

/// <summary>The waves of a client, and one of them while it is prepared, runs or has been closed.</summary>
[Route("/clients/{client:guid}")]
public sealed class WavesController(WaveSummaryStore waves, WaveMailStore mails, TimeProvider clock) : Controller
{
    /// <summary>Readers see the closed ones: the others are none of their business yet.</summary>
    [HttpGet, ClientRole(Role.Reader)]
    public async Task<IActionResult> Index(Guid client, CancellationToken cancellation)
    {
        var all = await waves.All(client, cancellation);
        var seesAll = CurrentClient.Of(HttpContext)!.Role == Role.Consultant;
        return View("Index", all.Where(wave => seesAll || wave.State == WaveState.Closed).ToList());
    }

    [HttpGet("waves/{wave:guid}"), ClientRole(Role.Consultant)]
    public async Task<IActionResult> Show(Guid client, Guid wave, CancellationToken cancellation) =>
        await waves.Find(client, wave, cancellation) is { } found
            ? View("Show", new WavePage(found, clock.GetUtcNow())
            {
                Mails = found.State == WaveState.Open ? await mails.OfWave(client, wave, cancellation) : WaveMails.None,
            })
            : NotFound();
}
