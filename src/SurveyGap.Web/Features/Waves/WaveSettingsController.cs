using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Waves;

/// <summary>The settings of a wave, and letting it last longer.</summary>
[ClientRole(Role.Consultant), Route("/clients/{client:guid}/waves/{wave:guid}")]
public sealed class WaveSettingsController(WaveSettingsStore store, TimeProvider clock) : Controller
{
    [HttpGet("settings")]
    public async Task<IActionResult> Show(Guid client, Guid wave, CancellationToken cancellation) =>
        await store.Find(client, wave, cancellation) is { } found
            ? View("Settings", WaveSettingsPage.Of(found))
            : NotFound();

    [HttpPost("settings")]
    public async Task<IActionResult> Save(Guid client, Guid wave, [FromForm] WaveSettingsForm form, CancellationToken cancellation)
    {
        if (await store.Find(client, wave, cancellation) is not { } found)
            return NotFound();
        var faults = form.Faults();
        if (faults.Count > 0)
            return Refused("Settings", new WaveSettingsPage(found, form.Fields, form.Seen) { Faults = faults });
        return await store.Save(client, wave, form, clock.GetUtcNow(), AccountClaims.IdOf(User), cancellation) switch
        {
            WaveSaving.Disputed => await Disputed(client, wave, form, cancellation),
            WaveSaving.Frozen => Redirect($"~/clients/{client}/waves/{wave}/settings"),
            _ => Redirect($"~/clients/{client}/waves/{wave}"),
        };
    }

    private async Task<IActionResult> Disputed(Guid client, Guid wave, WaveSettingsForm form, CancellationToken cancellation) =>
        await store.Find(client, wave, cancellation) is { } now
            ? Refused("Settings", WaveSettingsPage.Disputed(now, form), StatusCodes.Status409Conflict)
            : NotFound();

    [HttpGet("extension")]
    public async Task<IActionResult> AskExtension(Guid client, Guid wave, CancellationToken cancellation) =>
        await store.Find(client, wave, cancellation) is { } found ? View("Extension", new ExtensionPage(found, found.Wall(found.ClosesAt).AddDays(7), Fault: null)) : NotFound();

    [HttpPost("extension")]
    public async Task<IActionResult> Extend(Guid client, Guid wave, [FromForm] DateTime? until, CancellationToken cancellation)
    {
        if (await store.Find(client, wave, cancellation) is not { } found)
            return NotFound();
        var now = clock.GetUtcNow();
        if (until is not { Year: < 2200 } wall || ZoneTime.Moment(wall, found.TimeZone) is var end && (end <= found.ClosesAt || end <= now))
            return Refused("Extension", new ExtensionPage(found, until, Fault: "Fault.Later"));
        await store.Extend(client, wave, end, now, AccountClaims.IdOf(User), cancellation);
        return Redirect($"~/clients/{client}/waves/{wave}");
    }

    private ViewResult Refused(string view, object page, int status = StatusCodes.Status422UnprocessableEntity)
    {
        Response.StatusCode = status;
        return View(view, page);
    }
}

/// <summary>Until when an open wave should last.</summary>
public sealed record ExtensionPage(WaveSettings Wave, DateTime? Until, string? Fault);
