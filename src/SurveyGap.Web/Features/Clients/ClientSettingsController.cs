using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Clients;

/// <summary>What the client is called, looks like and says about itself.</summary>
[ClientRole(Role.Consultant), Route("/clients/{client:guid}/settings")]
public sealed class ClientSettingsController(ClientSettingsStore settings) : Controller
{
    [HttpGet]
    public Task<IActionResult> Show(Guid client, SettingsNews? news, CancellationToken cancellation) => Page(client, form: null, fault: null, news, cancellation);

    [HttpPost]
    public async Task<IActionResult> Save(Guid client, ClientForm form, CancellationToken cancellation)
    {
        if (form.Check() is { } fault)
            return await Page(client, form with { Fault = fault }, fault, news: null, cancellation);

        await settings.Save(client, form, Me, cancellation);
        var isDarker = !form.VisibleColour().Equals(form.Colour, StringComparison.OrdinalIgnoreCase);
        return Back(client, isDarker ? SettingsNews.Darker : SettingsNews.Saved);
    }

    [HttpPost("logo"), RequestSizeLimit(Logo.LargestUpload)]
    public async Task<IActionResult> SetLogo(Guid client, IFormFile? logo, CancellationToken cancellation)
    {
        if (logo is null || await Logo.Read(logo, cancellation) is not { } bytes)
            return await Page(client, form: null, "Logo.Refused", news: null, cancellation);

        await settings.SetLogo(client, bytes, Me, cancellation);
        return Back(client, SettingsNews.Saved);
    }

    [HttpPost("logo/removal")]
    public async Task<IActionResult> RemoveLogo(Guid client, CancellationToken cancellation)
    {
        await settings.SetLogo(client, logo: null, Me, cancellation);
        return Back(client, SettingsNews.Saved);
    }

    [HttpPost("archive")]
    public async Task<IActionResult> Archive(Guid client, CancellationToken cancellation) =>
        await settings.Archive(client, Me, cancellation)
            ? Back(client, SettingsNews.Archived)
            : await Page(client, form: null, "Archive.Running", news: null, cancellation);

    [HttpPost("archive/end")]
    public async Task<IActionResult> Restore(Guid client, CancellationToken cancellation)
    {
        await settings.Restore(client, Me, cancellation);
        return Back(client, SettingsNews.Restored);
    }

    private Guid Me => AccountClaims.IdOf(User)!.Value;

    private RedirectResult Back(Guid client, SettingsNews news) => Redirect($"~/clients/{client}/settings?news={news}");

    private async Task<IActionResult> Page(Guid client, ClientForm? form, string? fault, SettingsNews? news, CancellationToken cancellation)
    {
        if (await settings.Find(client, cancellation) is not { } found)
            return NotFound();
        if (fault is not null)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Settings", new ClientSettingsPage(found, form ?? found.ToForm(), fault, news));
    }
}

/// <summary>What has just happened.</summary>
public enum SettingsNews
{
    Saved,

    /// <summary>Saved, and the colour had to be darkened.</summary>
    Darker,
    Archived,
    Restored,
}

/// <param name="Kept">What is set.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Fault">Key of the text that says what was wrong.</param>
/// <param name="News">What has just happened.</param>
public sealed record ClientSettingsPage(ClientSettings Kept, ClientForm Form, string? Fault, SettingsNews? News);
