using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SurveyGap.Reports;
using SurveyGap.Reports.Tables;
using SurveyGap.Web.Features.ApiKeys;
using SurveyGap.Web.Features.Exports;
using SurveyGap.Web.Features.Reports;
using SurveyGap.Web.Features.Results;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Platform.Localisation;

namespace SurveyGap.Web.Features.Api;

/// <summary>Results of closed waves: the very tables of the exports, and the report.</summary>
[Route("/api/v1/waves/{wave:guid}"), Tags("Results"), RequiresScope(ApiScope.Results)]
public sealed class ApiResultsController(ReleaseStore releases, ReportPress press, IStringLocalizer<Texts> texts) : ApiController(texts)
{
    [HttpGet("release"), EndpointName("getRelease")]
    public async Task<ActionResult<Release>> Release(Guid wave, string? language, CancellationToken cancellation) =>
        (await Find(wave, language, cancellation))?.Invoke() is { } report
            ? new Release(report.ReleaseId, wave, report.Study, report.Wave, report.Opened, report.Closed, report.ReleasedAt, report.Language, TablesJson.Of(ResultTables.Of(report)))
            : NotFound();

    [HttpGet("gaps"), EndpointName("getGaps")]
    public async Task<ActionResult<GapList>> Gaps(Guid wave, string? language, CancellationToken cancellation) =>
        (await Find(wave, language, cancellation))?.Invoke() is { } report
            ? new GapList(report.ReleaseId, report.Language, TablesJson.Rows(ResultTables.Of(report).Single(table => table.Key == "gaps")))
            : NotFound();

    [HttpGet("report"), EndpointName("getReport"), ProducesResponseType<Stream>(StatusCodes.Status200OK, "application/pdf")]
    public async Task<IActionResult> Report(Guid wave, string? language, CancellationToken cancellation)
    {
        if (await Find(wave, language, cancellation) is not { } workOut)
            return NotFound();
        // A busy program waits for its turn as people do.
        var (pdf, name) = await press.Print(workOut, cancellation);
        return File(pdf, "application/pdf", name);
    }

    private async Task<Func<ReportModel>?> Find(Guid wave, string? language, CancellationToken cancellation)
    {
        language ??= Screen.Language;
        return Languages.Workspace.Contains(language) && await releases.Find(Client, wave, cancellation) is { } found
            ? () => found.ToReport(Key.Client, language)
            : null;
    }
}

/// <summary>The counts of a closed wave, as every page, chart and file shows them.</summary>
public sealed record Release(
    string Id, Guid WaveId, string Study, string Wave, DateOnly? FirstDay, DateOnly? LastDay, DateTimeOffset ReleasedAt, string Language, JsonObject Tables);

public sealed record GapList(string ReleaseId, string Language, JsonArray Gaps);
