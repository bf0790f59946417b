using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Closing;

/// <summary>Closing a wave before its time.</summary>
[ClientRole(Role.Consultant), Route("/clients/{client:guid}/waves/{wave:guid}/closing")]
public sealed class ClosingController(BackgroundClosing background, WaveClosing closing, ClosingStore store, TimeProvider clock) : Controller
{
    private const string SecondsBetweenLooks = "2";

    [HttpPost]
    public async Task<IActionResult> Close(Guid client, Guid wave) =>
        await background.Begin(new ClosingOrder(client, wave, clock.GetUtcNow(), AccountClaims.IdOf(User))) switch
        {
            null => Redirect($"~/clients/{client}/waves/{wave}/closing"),
            Closure.NotOpen => NotFound(),
            _ => ToResults(client, wave),
        };

    /// <summary>How far it is; survives a reload, and leads on to the results.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(Guid client, Guid wave)
    {
        if (closing.Running(client, wave) is not { } progress)
        {
            return await store.IsClosed(client, wave) switch
            {
                null => NotFound(),
                true => ToResults(client, wave),
                false => Redirect($"~/clients/{client}/waves/{wave}"),
            };
        }

        Response.Headers["Refresh"] = SecondsBetweenLooks;
        return View("Progress", progress);
    }

    private RedirectResult ToResults(Guid client, Guid wave) => Redirect($"~/clients/{client}/waves/{wave}/results");
}
