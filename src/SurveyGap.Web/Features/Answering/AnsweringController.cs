using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace SurveyGap.Web.Features.Answering;

/// <summary>The form: its first page, its questions, its thanks.</summary>
[Route("/answer/{wave:guid}/{language:length(2)}")]
public sealed class AnsweringController(Visits visits, DraftStore drafts, BallotStore ballots, BlankPages blank) : RespondentController
{
    [HttpGet(""), HttpHead("")]
    public async Task<IActionResult> Start(Guid wave)
    {
        if (await visits.Find(Request, wave) is not { } visit)
            return Unknown();
        if (visit.State is not VisitState.Open)
            return Friendly(visit);

        return visit.Draft is null ? await blank.Of(visit, "Start", page: 0, Language, Shown, this) : View("Start", Shown());

        StartView Shown()
        {
            var pages = visit.Survey.PagesFor(visit.Respondent.Audience);
            return new StartView(visit.Survey, visit.Respondent, Language, visit.Device.Binding, pages.MinutesFrom(1), visit.Draft?.FirstUnsent(pages));
        }
    }

    [HttpGet("{page:int}"), HttpHead("{page:int}")]
    public async Task<IActionResult> Page(Guid wave, int page)
    {
        if (await visits.Find(Request, wave) is not { } visit)
            return Unknown();
        if (visit.State is not VisitState.Open)
            return Friendly(visit);

        return page < 1 || page > visit.Survey.PagesFor(visit.Respondent.Audience).Count ? To(wave, Language, "/1")
            : visit.Draft is null ? await blank.Of(visit, "Page", page, Language, Shown, this)
            : View("Page", Shown());

        PageView Shown() => Filling.Show(visit, page, visit.Draft)!.View(Language);
    }

    [HttpPost("{page:int}"), EnableRateLimiting(FormLimits.ByLink)]
    public async Task<IActionResult> Send(Guid wave, int page, string? binding, string? to)
    {
        if (await SentAsSeen(wave, page, binding, to))
            return To(wave, Language, "/thanks");
        if (await visits.Find(Request, wave) is not { } visit)
            return Unknown();
        if (!visit.Device.IsBoundTo(binding))
            return View("OtherLink", ViewOf(visit));
        if (visit.State is VisitState.Answered)
            return To(wave, Language, "/thanks");
        if (visit.State is not VisitState.Open)
            return Friendly(visit);

        var filling = Filling.Take(visit, page, visit.Draft, Request.Form, to);
        if (filling is null)
            return To(wave, Language, "/1");
        if (filling.IsComplete)
            return await Submit(visit, filling.Sheet);

        await drafts.Change(visit, draft => Filling.Take(visit, page, draft, Request.Form, to)!.Draft, HttpContext.RequestAborted);
        return filling.Next is { } next
            ? To(wave, visit.Survey.Languages.Contains(to!) ? to! : Language, $"/{next}")
            : View("Page", filling.View(Language));
    }

    // Most send the one page that they were just shown: the box looks whether anything has changed since, and nobody has to be asked before.
    private async Task<bool> SentAsSeen(Guid wave, int page, string? binding, string? to) =>
        await visits.Recall(Request, wave) is { State: VisitState.Open } visit
        && visit.Device.IsBoundTo(binding)
        && Filling.Take(visit, page, visit.Draft, Request.Form, to) is { IsComplete: true } filling
        && await ballots.SubmitAsSeen(visit, visit.Seal(filling.Sheet, Language));

    private async Task<IActionResult> Submit(Visit visit, AnswerSheet sheet)
    {
        var survey = visit.Survey;
        var outcome = await ballots.Submit(survey.Client, survey.Wave, visit.Seal(sheet, Language));

        // Received now or received before: for the person it is the same, it is there, once.
        return outcome is Submission.WaveClosed ? View("Closed", ViewOf(visit)) : To(survey.Wave, Language, "/thanks");
    }

    [HttpGet("thanks"), HttpHead("thanks")]
    public async Task<IActionResult> Thanks(Guid wave) =>
        await visits.Find(Request, wave) is not { } visit ? Unknown()
        : visit.State is VisitState.Open ? To(wave, Language, "")
        : visit.State is VisitState.Answered ? View("Thanks", ViewOf(visit))
        : Friendly(visit);
}
