using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Clients;

/// <summary>The start page: every client of the account, and what waits there.</summary>
public sealed class TodayController(ClientStore clients, WaveSummaryStore waves, TimeProvider clock) : Controller
{
    [HttpGet("/")]
    public async Task<IActionResult> Show(CancellationToken cancellation)
    {
        List<ClientLine> lines = [];
        var all = await clients.OfAccount(AccountClaims.IdOf(User)!.Value, cancellation);
        foreach (var client in all.Where(client => !client.IsArchived))
            lines.Add(new ClientLine(client, await Waves(client, cancellation)));
        return View("Today", new Today(clock.GetUtcNow(), lines) { Archived = [.. all.Where(client => client.IsArchived)] });
    }

    // A transaction a client: no scope sees the waves of several.
    private async Task<IReadOnlyList<WaveSummary>> Waves(CurrentClient client, CancellationToken cancellation) =>
        [.. (await waves.All(client.Id, cancellation)).Where(wave => client.Role == Role.Consultant || wave.State == WaveState.Closed)];
}
