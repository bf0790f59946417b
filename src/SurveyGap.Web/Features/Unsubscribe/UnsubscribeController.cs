using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Unsubscribe;

/// <summary>
/// The end of mails. Looking changes nothing, because scanners look; the POST needs no cookie and no question, because mail
/// programs send it by themselves (RFC 8058): the token alone is the permission.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken, Route("/unsubscribe/{token}/{language:length(2)}")]
public sealed class UnsubscribeController(MailKeys keys, SuppressionStore suppression) : Controller
{
    [HttpGet, HttpHead]
    public async Task<IActionResult> Ask(string token, CancellationToken cancellation) =>
        keys.Read(token) is { } wish
            ? View("Ask", await PageOf(wish, fromAll: false, cancellation))
            : Unknown();

    [HttpPost, EnableRateLimiting(RateLimits.ByLink)]
    public async Task<IActionResult> Unsubscribe(string token, [FromForm] string? from, CancellationToken cancellation)
    {
        if (keys.Read(token) is not { } wish)
            return Unknown();
        var fromAll = from == "all";
        await suppression.Unsubscribe(wish, fromAll);
        return View("Done", await PageOf(wish, fromAll, cancellation));
    }

    private async Task<UnsubscribePage> PageOf(Unsubscription wish, bool fromAll, CancellationToken cancellation) =>
        new(await suppression.ClientName(wish.Client, cancellation), fromAll);

    private ViewResult Unknown()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Unknown");
    }
}

/// <param name="Client">Null if the client is gone.</param>
/// <param name="FromAll">Whether mails about all of its studies end.</param>
public sealed record UnsubscribePage(string? Client, bool FromAll);
