using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Results;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Platform.Localisation;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Reports;

/// <summary>The gap report as a PDF, in the language that is asked for.</summary>
[ClientRole(Role.Reader)]
public sealed class ReportsController(ReleaseStore releases, ReportPress press) : Controller
{
    [HttpGet("/clients/{client:guid}/waves/{wave:guid}/report")]
    public async Task<IActionResult> Download(Guid client, Guid wave, string? language, CancellationToken cancellation)
    {
        language ??= Screen.Language;
        if (!Languages.Workspace.Contains(language) || await releases.Find(client, wave, cancellation) is not { } found)
            return NotFound();

        var (pdf, name) = await press.Print(() => found.ToReport(CurrentClient.Of(HttpContext)!, language), cancellation);
        return File(pdf, "application/pdf", name);
    }
}
