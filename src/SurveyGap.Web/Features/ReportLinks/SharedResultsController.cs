using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SurveyGap.Reports;
using SurveyGap.Web.Features.Reports;
using SurveyGap.Web.Features.Results;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Localisation;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.ReportLinks;

/// <summary>
/// What a link shows: the results of one wave, to be read. Under <c>/r/</c>, where proxies write nothing down either.
/// The language stands in the address; without one, the browser's is taken, else the client's.
/// </summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.ByLink), Route("/r/report/{token}")]
public sealed class SharedResultsController(ReportLinkStore links, ReleaseStore releases, ReportPress press) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Enter(string token, CancellationToken cancellation)
    {
        if (await Open(token, opened: null, cancellation) is not { } shared)
            return Unknown();
        var isAsked = HttpContext.Features.Get<IRequestCultureFeature>()?.Provider is not null;
        var language = isAsked || !Languages.Workspace.Contains(shared.Language) ? Screen.Language : shared.Language;
        return Redirect($"~/r/report/{token}/{language}");
    }

    [HttpGet("{language:length(2)}")]
    public async Task<IActionResult> Show(string token, string language, CancellationToken cancellation) =>
        await Find(token, language, "results", cancellation) is var (shared, found)
            ? View("SharedResults", new SharedResults(shared.Client, new ResultsScreen(found.ToReport(shared.Client, language)), $"/r/report/{token}"))
            : Unknown();

    [HttpGet("{language:length(2)}/pdf")]
    public async Task<IActionResult> Download(string token, string language, CancellationToken cancellation)
    {
        if (await Find(token, language, "PDF", cancellation) is not var (shared, found))
            return Unknown();
        var (pdf, name) = await press.Print(() => found.ToReport(shared.Client, language), cancellation);
        return File(pdf, "application/pdf", name);
    }

    private async Task<(SharedWave Shared, PublishedWave Wave)?> Find(string token, string language, string what, CancellationToken cancellation) =>
        Languages.Workspace.Contains(language)
        && await Open(token, what, cancellation) is { } shared
        && await releases.Find(shared.Client.Id, shared.Wave, cancellation) is { } found
            ? (shared, found)
            : null;

    private Task<SharedWave?> Open(string token, string? opened, CancellationToken cancellation) =>
        links.Open(Token.Read(token) ?? Token.Impossible, opened, cancellation);

    // The same for unknown, revoked and expired ones.
    private IActionResult Unknown()
    {
        if (!Guesses.Of(HttpContext).Count(HttpContext))
            return StatusCode(StatusCodes.Status429TooManyRequests);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Unknown");
    }
}

/// <param name="Client">Whose results.</param>
/// <param name="Screen">What there is to read.</param>
/// <param name="Address">Of the link, without language.</param>
public sealed record SharedResults(CurrentClient Client, ResultsScreen Screen, string Address);
