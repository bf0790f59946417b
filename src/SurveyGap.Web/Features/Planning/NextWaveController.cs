using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Planning;

/// <summary>The next wave of a study, from the last one.</summary>
[ClientRole(Role.Consultant)]
public sealed class NextWaveController(NextWave next) : Controller
{
    [HttpPost("/clients/{client:guid}/waves/{wave:guid}/next")]
    public async Task<IActionResult> Add(Guid client, Guid wave, [FromForm] bool people, [FromForm] bool segments, CancellationToken cancellation) =>
        await next.After(client, wave, people, segments, AccountClaims.IdOf(User), cancellation) is { } draft ? Redirect($"~/clients/{client}/waves/{draft}/settings") : NotFound();
}
