using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Closing;

/// <summary>Closing a wave before its time.</summary>
[ClientRole(Role.Consultant)]
public sealed class ClosingController(WaveClosing closing, TimeProvider clock) : Controller
{
    [HttpPost("/clients/{client:guid}/waves/{wave:guid}/closing")]
    public async Task<IActionResult> Close(Guid client, Guid wave)
    {
        var order = new ClosingOrder(client, wave, clock.GetUtcNow(), AccountClaims.IdOf(User));
        return await closing.Close(order, HttpContext.RequestAborted) is Closure.NotOpen
            ? NotFound()
            : Redirect($"~/clients/{client}/waves/{wave}/results");
    }
}
