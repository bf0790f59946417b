using Microsoft.AspNetCore.Mvc;

namespace SurveyGap.Web.Features.Answering;

/// <summary>What people ask while they answer.</summary>
public sealed class HelpController(Visits visits) : RespondentController
{
    [HttpGet("/answer/{wave:guid}/{language:length(2)}/help"), HttpHead("/answer/{wave:guid}/{language:length(2)}/help")]
    public async Task<IActionResult> Show(Guid wave) =>
        await visits.Find(Request, wave) is not { } visit ? Unknown()
        : visit.State is VisitState.Open or VisitState.Answered ? View("Help", ViewOf(visit))
        : Friendly(visit);
}
