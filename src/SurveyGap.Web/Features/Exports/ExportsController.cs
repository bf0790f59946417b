using Microsoft.AspNetCore.Mvc;
using SurveyGap.Reports;
using SurveyGap.Reports.Tables;
using SurveyGap.Web.Features.Results;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Platform.Localisation;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Exports;

/// <summary>The figures of a release for other programs: what the results page shows, in the language that is asked for.</summary>
[Route("/clients/{client:guid}/waves/{wave:guid}/exports"), ClientRole(Role.Reader)]
public sealed class ExportsController(ReleaseStore releases) : Controller
{
    [HttpGet("results.xlsx")]
    public async Task<IActionResult> Xlsx(Guid client, Guid wave, string? language, CancellationToken cancellation) =>
        await Find(client, wave, language, cancellation) is { } report
            ? File(TablesWorkbook.Write(report, ResultTables.Of(report)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", NameOf(report, "xlsx"))
            : NotFound();

    [HttpGet("results.json")]
    public async Task<IActionResult> Json(Guid client, Guid wave, string? language, CancellationToken cancellation) =>
        await Find(client, wave, language, cancellation) is { } report
            ? File(TablesJson.Write(ResultTables.Of(report)), "application/json", NameOf(report, "json"))
            : NotFound();

    [HttpGet("{table}.csv")]
    public async Task<IActionResult> Csv(Guid client, Guid wave, string table, string? language, CancellationToken cancellation) =>
        await Find(client, wave, language, cancellation) is { } report && ResultTables.Of(report).FirstOrDefault(found => found.Key == table) is { } wanted
            ? File(TableCsv.Write(wanted), "text/csv; charset=utf-8", NameOf(report, "csv", wanted.Name))
            : NotFound();

    private async Task<ReportModel?> Find(Guid client, Guid wave, string? language, CancellationToken cancellation)
    {
        language ??= Screen.Language;
        return Languages.Workspace.Contains(language) && await releases.Find(client, wave, cancellation) is { } found
            ? found.ToReport(CurrentClient.Of(HttpContext)!, language)
            : null;
    }

    private static string NameOf(ReportModel report, string extension, string? table = null) =>
        $"{FileName.Plain(report.Client)}, {FileName.Plain(report.Wave)}{(table is null ? "" : $", {table}")}.{extension}";
}
