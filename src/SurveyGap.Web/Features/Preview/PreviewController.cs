using Microsoft.AspNetCore.Mvc;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Preview;

/// <summary>A wave as each group reads it in each language, on a phone and on a wide screen.</summary>
[Route("/clients/{client:guid}/waves/{wave:guid}/preview"), ClientRole(Role.Reader)]
public sealed class PreviewController(PreviewStore waves) : Controller
{
    /// <summary>Readers see closed waves only: the others are none of their business yet.</summary>
    [HttpGet, HoldsFrames]
    public async Task<IActionResult> Show(Guid client, Guid wave, [FromQuery] string? audience, [FromQuery] string? spoken, CancellationToken cancellation)
    {
        if (await waves.Find(client, wave, cancellation) is not { } found || !MaySee(HttpContext, found))
            return NotFound();
        var languages = found.Survey.Languages;
        return View("Show", new PreviewPage(
            found,
            AudienceNames.All.GetValueOrDefault(audience ?? "", Audience.Customer),
            languages.Contains(spoken) ? spoken! : languages.Contains(Screen.Language) ? Screen.Language : languages[0]));
    }

    internal static bool MaySee(HttpContext context, PreviewedWave wave) =>
        CurrentClient.Of(context)!.Role == Role.Consultant || wave.Survey.ClosedAt is not null;
}

/// <summary>What is looked at.</summary>
/// <param name="Spoken">The language of the pages in the frames.</param>
public sealed record PreviewPage(PreviewedWave Wave, Audience Audience, string Spoken);
