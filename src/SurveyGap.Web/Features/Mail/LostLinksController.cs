using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Mail.Mailings;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Mail;

/// <summary>A link that somebody lost is sent to them again. It is shown to nobody else.</summary>
[ClientRole(Role.Consultant)]
public sealed class LostLinksController(PeopleStore people, LostLinkStore links) : Controller
{
    [HttpPost("/clients/{client:guid}/waves/{wave:guid}/people/{person:guid}/link")]
    public async Task<IActionResult> Send(Guid client, Guid wave, Guid person, CancellationToken cancellation)
    {
        if (await people.Find(client, wave, person, cancellation) is not { } found)
            return NotFound();
        await links.SendAgain(client, wave, person, AccountClaims.IdOf(User)!.Value);
        return Redirect($"~/clients/{client}/waves/{wave}/people?search={Uri.EscapeDataString(found.Email ?? "")}");
    }
}
