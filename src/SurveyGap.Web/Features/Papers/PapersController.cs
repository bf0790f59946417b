using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SurveyGap.Reports;
using SurveyGap.Reports.Papers;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform;
using SurveyGap.Web.Platform.Localisation;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Papers;

/// <summary>The papers that a client has to have for a wave, made from its settings as they are now: drafts for counsel.</summary>
[Route("/clients/{client:guid}/waves/{wave:guid}/papers"), ClientRole(Role.Consultant)]
public sealed class PapersController(
    PaperStore waves, ShippedPapers papers, Retention retention, PublicAddress address, IStringLocalizer<Texts> texts, TimeProvider clock) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(Guid client, Guid wave, CancellationToken cancellation) =>
        await waves.Find(client, wave, cancellation) is { } found ? View("Index", found) : NotFound();

    [HttpGet("{paper}.pdf")]
    public async Task<IActionResult> Download(Guid client, Guid wave, string paper, string? language, CancellationToken cancellation)
    {
        language ??= Screen.Language;
        if (!ShippedPapers.All.Contains(paper) || !Languages.Workspace.Contains(language)
            || await waves.Find(client, wave, cancellation) is not { } found)
            return NotFound();

        // The words between the facts speak the paper's language, whatever the screen's is.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var name = $"{texts[$"Paper.{paper}"].Value}, {FileName.Plain(found.Name)}.pdf";
        return File(Draft(CurrentClient.Of(HttpContext)!, found, paper, language).ToArray(), "application/pdf", name);
    }

    private PlainPaper Draft(CurrentClient client, PaperWave wave, string paper, string language)
    {
        var day = wave.DayOf(clock.GetUtcNow());
        return new PlainPaper
        {
            Text = papers.Text(paper, language),
            Facts = new Facts(wave, client, retention, address.Of("").Host, day, texts, language).Of(),
            Language = language,
            Client = client.Name,
            Day = day,
            Branding = Branding.Of(client.Colour, logo: null),
            Picture = name => papers.Picture(name, language),
        };
    }
}
