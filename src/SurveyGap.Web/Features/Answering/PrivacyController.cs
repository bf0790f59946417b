using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Answering;

/// <summary>What is stored and who sees it: from the wave's real state and settings, no more and no less than is true.</summary>
public sealed class PrivacyController(Visits visits, Retention retention) : RespondentController
{
    [HttpGet("/answer/{wave:guid}/{language:length(2)}/privacy"), HttpHead("/answer/{wave:guid}/{language:length(2)}/privacy")]
    public async Task<IActionResult> Show(Guid wave) =>
        await visits.Find(Request, wave) is { } visit
            ? View("Privacy", new PrivacyView(visit.Survey, visit.Respondent, Language, retention))
            : Unknown();
}
