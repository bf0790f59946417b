using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Results.Benchmarks;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Results;

/// <summary>Whether a client takes part in the comparison with others.</summary>
[ClientRole(Role.Consultant), Route("/clients/{client:guid}/benchmark")]
public sealed class BenchmarkController(NormStore norms) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(Guid client, CancellationToken cancellation) =>
        View("Benchmark", new BenchmarkPage(await norms.HasAgreed(client, cancellation)));

    [HttpPost]
    public async Task<IActionResult> Switch(Guid client, [FromForm] bool on)
    {
        await norms.Switch(client, AccountClaims.IdOf(User), on);
        return Redirect($"~/clients/{client}/benchmark");
    }
}

/// <param name="TakesPart">Whether the client has agreed.</param>
public sealed record BenchmarkPage(bool TakesPart);
