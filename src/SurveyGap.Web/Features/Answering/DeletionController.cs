using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Answering;

/// <summary>«Delete my answers»: works until the ballots are opened, and says so once they are.</summary>
[Route("/answer/{wave:guid}/{language:length(2)}/deletion")]
public sealed class DeletionController(Visits visits, BallotStore ballots, DraftStore drafts, Retention retention, TimeProvider clock) : RespondentController
{
    [HttpGet, HttpHead]
    public async Task<IActionResult> Ask(Guid wave) =>
        await visits.Find(Request, wave) is not { } visit ? Unknown()
        // Whoever types this address behind an open link may be the next person: only the page of thanks leads on from there.
        : visit.Respondent.ThroughOpenLink ? To(wave, Language, "")
        : visit.State is VisitState.Open or VisitState.Answered ? View("Delete", ViewOf(visit))
        : Friendly(visit);

    [HttpPost, EnableRateLimiting(FormLimits.ByLink)]
    public async Task<IActionResult> Delete(Guid wave, string? binding, bool sure)
    {
        if (await visits.Find(Request, wave) is not { } visit)
            return Unknown();
        if (!visit.Device.IsBoundTo(binding))
            return View("OtherLink", ViewOf(visit));
        if (visit.State is not (VisitState.Open or VisitState.Answered))
            return Friendly(visit);
        if (!sure)
            return View("Delete", ViewOf(visit));

        await ballots.Withdraw(visit.Survey.Client, wave, visit.AnswerKey!, HttpContext.RequestAborted);
        await drafts.Delete(visit, HttpContext.RequestAborted);
        return View("Deleted", new DeletedView(visit.Survey, Language, clock.GetUtcNow().AddDays(retention.BackupDays)));
    }
}
