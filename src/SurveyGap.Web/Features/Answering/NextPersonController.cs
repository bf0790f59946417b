using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace SurveyGap.Web.Features.Answering;

/// <summary>The next person at a shared device: an open link may be answered again, by somebody else and never by accident.</summary>
public sealed class NextPersonController(Visits visits) : RespondentController
{
    [HttpPost("/answer/{wave:guid}/{language:length(2)}/next-person"), EnableRateLimiting(FormLimits.ByLink)]
    public async Task<IActionResult> Begin(Guid wave, string? binding)
    {
        if (await visits.Find(Request, wave) is not { } visit)
            return Unknown();
        if (!visit.Respondent.ThroughOpenLink || !visit.Device.IsBoundTo(binding))
            return View("OtherLink", ViewOf(visit));

        Device.New(LinkKind.Open, visit.Device.Link, visit.Device.Client).Write(Response, wave, visit.Survey.ClosesAt.AddDays(1));
        return To(wave, Language, "");
    }
}
