using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.ApiKeys;
using SurveyGap.Web.Features.Closing;
using SurveyGap.Web.Features.Planning;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Api;

/// <summary>Opens, extends and closes waves, with the checks of the pages. Each may be sent again: what is so already stays so.</summary>
[Route("/api/v1/waves/{wave:guid}"), Tags("Waves"), RequiresScope(ApiScope.Waves)]
public sealed class ApiWaveChangesController(
    WaveSummaryStore waves, WaveSettingsStore settings, WavePlanStore plans, Readiness readiness, WaveOpening opening, BackgroundClosing closing,
    FindingWords words, TimeProvider clock, IStringLocalizer<Texts> texts) : ApiController(texts)
{
    private const string SecondsBetweenLooks = "2";
    private const int LastYear = 2199;

    [HttpGet("readiness"), EndpointName("getReadiness")]
    public async Task<ActionResult<WaveReadiness>> Check(Guid wave, CancellationToken cancellation)
    {
        if (await plans.Find(Client, wave, cancellation) is not { } plan)
            return NotFound();
        var findings = readiness.Of(plan);
        return new WaveReadiness(
            plan.State == WaveState.Draft && !findings.Any(finding => finding.Blocks),
            [.. findings.Select(finding => new WaveFinding(finding.Key, finding.Group, finding.Blocks, words.Of(finding)))]);
    }

    [HttpPost("opening"), EndpointName("openWave"), Consumes("application/json")]
    public async Task<ActionResult<Wave>> Open(Guid wave, OpenWave order, CancellationToken cancellation)
    {
        if (await plans.Find(Client, wave, cancellation) is not { } plan)
            return NotFound();
        if (plan.State == WaveState.Closed)
            return Refused(StatusCodes.Status409Conflict, "wave-closed");

        // Each person gets an invitation once, however many mailings are planned.
        var wish = new OpeningOrder(Client, wave, Key.Actor, Key.CreatedBy, order.Now, order.Invite ? Guid.NewGuid() : null);
        return await opening.Agree(wish, cancellation) is Opening.NotReady
            ? Refused(StatusCodes.Status409Conflict, "wave-not-ready", readiness.Of(plan).Where(finding => finding.Blocks).Select(finding => new Fault(null, finding.Key, words.Of(finding))))
            : await Now(wave, cancellation);
    }

    [HttpPost("extension"), EndpointName("extendWave"), Consumes("application/json")]
    public async Task<ActionResult<Wave>> Extend(Guid wave, ExtendWave order, CancellationToken cancellation)
    {
        if (await settings.Find(Client, wave, cancellation) is not { } found)
            return NotFound();
        if (found.State != WaveState.Open)
            return Refused(StatusCodes.Status409Conflict, "wave-not-open");

        var (until, now) = (order.Until.ToUniversalTime(), clock.GetUtcNow());
        if (until.Year > LastYear || until < found.ClosesAt || until <= now)
            return Refused(StatusCodes.Status422UnprocessableEntity, "not-later", [new Fault("#/until", "not-later", Texts["Fault.not-later", found.ClosesAt.ToString("O")])]);
        await settings.Extend(Client, wave, until, now, Key.Actor, cancellation);
        return await Now(wave, cancellation);
    }

    /// <summary>202 where counting takes longer than a moment; the wave tells when it is closed.</summary>
    [HttpPost("closing"), EndpointName("closeWave"), ProducesResponseType<Wave>(StatusCodes.Status200OK), ProducesResponseType<Wave>(StatusCodes.Status202Accepted)]
    public async Task<ActionResult<Wave>> Close(Guid wave, CancellationToken cancellation)
    {
        if (await waves.Find(Client, wave, cancellation) is null)
            return NotFound();
        var closure = await closing.Begin(new ClosingOrder(Client, wave, clock.GetUtcNow(), Key.Actor));
        if (closure is Closure.NotOpen)
            return Refused(StatusCodes.Status409Conflict, "wave-not-open");
        if (closure is not null)
            return await Now(wave, cancellation);
        Response.Headers.RetryAfter = SecondsBetweenLooks;
        return Accepted($"/api/v1/waves/{wave}", await Now(wave, cancellation));
    }

    private async Task<Wave> Now(Guid wave, CancellationToken cancellation) => Wave.Of((await waves.Find(Client, wave, cancellation))!);
}

/// <summary>What the check page says.</summary>
public sealed record WaveReadiness(bool Ready, IReadOnlyList<WaveFinding> Findings);

/// <param name="Blocks">Whether the wave cannot open like this; else it is worth a look.</param>
public sealed record WaveFinding(string Code, Audience? Audience, bool Blocks, string Text);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record OpenWave
{
    /// <summary>At once; else on its date.</summary>
    public required bool Now { get; init; }

    /// <summary>Whether invitations go out with it.</summary>
    public required bool Invite { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ExtendWave
{
    public required DateTimeOffset Until { get; init; }
}
