using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Clients;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Planning;

/// <summary>The first step of whoever looks after several clients: which one.</summary>
public sealed class PlanClientController(ClientStore clients) : Controller
{
    [HttpGet("/plan")]
    public async Task<IActionResult> Ask(CancellationToken cancellation) => View(
        "PlanClient",
        (IReadOnlyList<CurrentClient>)[.. (await clients.OfAccount(AccountClaims.IdOf(User)!.Value, cancellation)).Where(client => client.Role == Role.Consultant && !client.IsArchived)]);
}
