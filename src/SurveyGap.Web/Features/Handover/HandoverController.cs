using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Handover;

/// <summary>Everything of a client as one ZIP, for whoever hands the client over, or means to delete it.</summary>
[ClientRole(Role.Consultant), Route("/clients/{client:guid}/handover")]
public sealed class HandoverController(HandoverStore store, ClientHandover handover, TimeProvider clock) : Controller
{
    [HttpGet]
    public IActionResult Show(Guid client) => View("Handover");

    // A POST, because it leaves a line in the audit; first, as whoever breaks off has read people's addresses all the same.
    [HttpPost]
    public async Task Download(Guid client, CancellationToken cancellation)
    {
        var current = CurrentClient.Of(HttpContext)!;
        var at = clock.GetUtcNow();
        await store.Note(client, AccountClaims.IdOf(User)!.Value, at, cancellation);

        var name = $"{FileName.Plain(current.Name)} {at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.zip";
        Response.ContentType = "application/zip";
        var attachment = new ContentDispositionHeaderValue("attachment");
        attachment.SetHttpFileName(name);
        Response.Headers.ContentDisposition = attachment.ToString();
        var zip = new HandoverZip(Response.Body, at, cancellation);
        await handover.Write(current, zip, cancellation);
        // Not on the way out of a fault: a ZIP that broke off must not look whole.
        await zip.DisposeAsync();
    }
}
