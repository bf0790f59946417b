using Microsoft.AspNetCore.Mvc;

namespace SurveyGap.Web.Features.Answering;

/// <summary>Opening a link: it goes into a cookie, and out of the address, the history and every log behind.</summary>
public sealed class LinksController(Visits visits) : RespondentController
{
    [HttpGet("/r/{token}"), HttpHead("/r/{token}")]
    public Task<IActionResult> Personal(string token) => Open(LinkKind.Personal, token);

    [HttpGet("/o/{code}"), HttpHead("/o/{code}")]
    public Task<IActionResult> Poster(string code) => Open(LinkKind.Open, code);

    private async Task<IActionResult> Open(LinkKind kind, string link)
    {
        if (await visits.Resolve(kind, link, HttpContext.RequestAborted) is not { } found
            || await visits.Visit(Device.Opening(kind, link, found, Request), found.Wave, HttpContext.RequestAborted) is not { } visit)
            return Unknown();

        visit.Device.Write(Response, found.Wave, visit.Survey.ClosesAt.AddDays(1));
        return To(found.Wave, visit.Survey.Speak(visit.Respondent.Language ?? Language), "");
    }
}
