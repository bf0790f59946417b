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
        if (await visits.Open(kind, link, HttpContext.RequestAborted) is not { } respondent)
            return Unknown();

        var device = Device.Opening(kind, link, Request, respondent.Wave);
        var survey = (await visits.Visit(respondent, device, HttpContext.RequestAborted)).Survey;
        device.Write(Response, survey.Wave, survey.ClosesAt.AddDays(1));
        return To(survey.Wave, survey.Speak(respondent.Language ?? Language), "");
    }
}
