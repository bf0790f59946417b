using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Closing;
using SurveyGap.Web.Features.Mail.Outbox;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Erasures;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.ClientDeletion;

/// <summary>Deletes a client for good, after its name was typed.</summary>
[ClientRole(Role.Consultant), Route("/clients/{client:guid}/deletion")]
public sealed class ClientDeletionController(
    ClientErasureStore erasure, WaveSummaryStore waves, WaveKeyFolder keys, MailFolder mails, ErasureLog erasures) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(Guid client, CancellationToken cancellation) =>
        View("Deletion", new DeletionPage(await waves.All(client, cancellation), IsNameWrong: false));

    [HttpPost]
    public async Task<IActionResult> Delete(Guid client, string? name, CancellationToken cancellation)
    {
        var current = CurrentClient.Of(HttpContext)!;
        if (!string.Equals(name?.Trim(), current.Name.Trim(), StringComparison.Ordinal))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Deletion", new DeletionPage(await waves.All(client, cancellation), IsNameWrong: true));
        }

        // First the promise to delete it again should a backup bring it back, then the rows, then what would be worth nothing without them.
        erasures.Client(client);
        var erased = await erasure.Erase(client, current.Name, AccountClaims.IdOf(User)!.Value, cancellation);
        foreach (var wave in erased.Waves)
            keys.Delete(wave);
        mails.Forget(erased.Waves, erased.Mails);
        return View("Deleted", current.Name);
    }
}

/// <param name="Waves">What would be lost.</param>
/// <param name="IsNameWrong">The name that was typed is not the client's.</param>
public sealed record DeletionPage(IReadOnlyList<WaveSummary> Waves, bool IsNameWrong);
