using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Clients;

/// <summary>The client's logo, for its own people's pages.</summary>
[ClientRole(Role.Reader)]
public sealed class LogoController(ClientSettingsStore settings) : Controller
{
    [HttpGet("/clients/{client:guid}/logo")]
    public async Task<IActionResult> Show(Guid client, CancellationToken cancellation)
    {
        if (await settings.Logo(client, cancellation) is not { } logo)
            return NotFound();
        // Asked for again by every page, sent again only when it has changed.
        Response.Headers.CacheControl = "private, no-cache";
        EntityTagHeaderValue tag = new($"\"{Convert.ToHexString(SHA256.HashData(logo))}\"");
        return File(logo, Logo.TypeOf(logo), lastModified: null, tag);
    }
}
