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

    /// <param name="client">The client.</param>
    /// <param name="wave">The wave.</param>
    /// <param name="segment">A choice of <see cref="ResultSegments"/>; whatever is none shows none.</param>
    /// <param name="cancellation">Stops.</param>
    [HttpGet("waves/{wave:guid}/results")]
    public async Task<IActionResult> Show(Guid client, Guid wave, string? segment, CancellationToken cancellation) =>
        await Find(client, wave, cancellation) is { } page ? View("Show", page with { Segment = segment }) : NotFound();

    [HttpGet("waves/{wave:guid}/results/questions")]
    public async Task<IActionResult> Questions(Guid client, Guid wave, CancellationToken cancellation) =>
        await Find(client, wave, cancellation) is { } page ? View("Questions", page) : NotFound();

    [HttpGet("waves/{wave:guid}/results/{chart}.svg")]
    public async Task<IActionResult> Chart(Guid client, Guid wave, string chart, CancellationToken cancellation) =>
        await Find(client, wave, cancellation) is { } page && page.ChapterOf(chart) is { } chapter
            ? File(Encoding.UTF8.GetBytes(SvgSurface.Write(chapter.Draw(ChartSizes.Wide))), "image/svg+xml", $"{FileName.Plain(chapter.Name)}, {FileName.Plain(page.Wave.Name)}.svg")
            : NotFound();

    private async Task<ResultsPage?> Find(Guid client, Guid wave, CancellationToken cancellation)
    {
        if (await releases.Find(client, wave, cancellation) is not { } found)
            return null;
        var report = found.ToReport(CurrentClient.Of(HttpContext)!, Screen.Language);
        return new ResultsPage(found, new ResultsScreen(report), new ResultSegments(report));
    }
}

/// <summary>A closed wave, and its report in the language of the screen.</summary>
public sealed record ResultsPage(PublishedWave Wave, ResultsScreen Screen, ResultSegments Segments)
{
    private const string SegmentKey = "segment-";

    /// <summary>What was chosen at the segment switch; null: nothing.</summary>
    public string? Segment { get; init; }

    /// <summary>The chapter of a chart; null if there is none.</summary>
    public ResultChapter? ChapterOf(string chart) => chart.StartsWith(SegmentKey, StringComparison.Ordinal)
        ? Segments.Find(chart[SegmentKey.Length..])
        : Screen.Chapters.Concat(Screen.Details).FirstOrDefault(chapter => chapter.Key == chart);
}
