using System.Text;
using Microsoft.AspNetCore.Mvc;
using SurveyGap.Reports;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Results;

/// <summary>The results of closed waves: the report's sentences and charts as a page.</summary>
[Route("/clients/{client:guid}"), ClientRole(Role.Reader)]
public sealed class ResultsController(ReleaseStore releases) : Controller
{
    [HttpGet("results")]
    public async Task<IActionResult> Newest(Guid client, CancellationToken cancellation) =>
        await releases.Newest(client, cancellation) is { } wave ? Redirect($"~/clients/{client}/waves/{wave}/results") : View("None");

    [HttpGet("waves/{wave:guid}/results")]
    public async Task<IActionResult> Show(Guid client, Guid wave, CancellationToken cancellation) =>
        await Find(client, wave, cancellation) is { } page ? View("Show", page) : NotFound();

    [HttpGet("waves/{wave:guid}/results/{chart}.svg")]
    public async Task<IActionResult> Chart(Guid client, Guid wave, string chart, CancellationToken cancellation) =>
        await Find(client, wave, cancellation) is { } page && page.Screen.Chapters.FirstOrDefault(chapter => chapter.Key == chart) is { } chapter
            ? File(Encoding.UTF8.GetBytes(SvgSurface.Write(chapter.Draw(ChartSizes.Wide))), "image/svg+xml", $"{chapter.Name}, {page.Wave.Name}.svg")
            : NotFound();

    private async Task<ResultsPage?> Find(Guid client, Guid wave, CancellationToken cancellation) =>
        await releases.Find(client, wave, cancellation) is { } found
            ? new ResultsPage(found, new ResultsScreen(found.ToReport(CurrentClient.Of(HttpContext)!, Screen.Language)))
            : null;
}

/// <summary>A closed wave, and its report in the language of the screen.</summary>
public sealed record ResultsPage(PublishedWave Wave, ResultsScreen Screen);
