using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Mail.Mailings;
using SurveyGap.Web.Features.Mail.Words;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Mail;

/// <summary>The words of one kind of mail in one language: looked at, changed, tried out.</summary>
[ClientRole(Role.Consultant), Route("/clients/{client:guid}/waves/{wave:guid}/mails/texts/{kind}/{spoken:length(2)}")]
public sealed class MailTextsController(
    WaveSummaryStore waves, MailTextStore texts, ShippedTexts shipped, MailingControlStore control, TrialMail trial) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(Guid client, Guid wave, string kind, string spoken, CancellationToken cancellation) =>
        await Find(client, wave, kind, spoken, cancellation) is { } page ? View("Text", await WithPreview(page, cancellation)) : NotFound();

    /// <summary>Keeps the text if it has no fault, or shows how it would read.</summary>
    [HttpPost]
    public async Task<IActionResult> Keep(Guid client, Guid wave, string kind, string spoken, [FromForm] string? markdown, [FromForm] bool keep, CancellationToken cancellation)
    {
        if (await Find(client, wave, kind, spoken, cancellation) is not { } found)
            return NotFound();
        var page = await WithPreview(found with { Markdown = markdown ?? "" }, cancellation);
        if (!keep || page.Faults.Count > 0)
        {
            Response.StatusCode = page.Faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
            return View("Text", page);
        }

        await texts.Keep(client, wave, new MailText { Kind = kind, Language = spoken, Markdown = page.Markdown });
        return Redirect($"~/clients/{client}/waves/{wave}/mails/texts/{kind}/{spoken}");
    }

    /// <summary>Back to the shipped text.</summary>
    [HttpPost("reset")]
    public async Task<IActionResult> Reset(Guid client, Guid wave, string kind, string spoken, CancellationToken cancellation)
    {
        if (await Find(client, wave, kind, spoken, cancellation) is null)
            return NotFound();
        await texts.Drop(client, wave, kind, spoken);
        return Redirect($"~/clients/{client}/waves/{wave}/mails/texts/{kind}/{spoken}");
    }

    /// <summary>Sends the kept text to the consultant, the way that the real ones go.</summary>
    [HttpPost("trial")]
    public async Task<IActionResult> Try(Guid client, Guid wave, string kind, string spoken, CancellationToken cancellation)
    {
        if (await Find(client, wave, kind, spoken, cancellation) is not { } page)
            return NotFound();
        var sender = await control.Sender(client, wave, AccountClaims.IdOf(User)!.Value, cancellation);
        var trouble = await trial.Send(sender, MailKind.Find(kind)!, spoken, cancellation);
        return View("Text", await WithPreview(page with { TriedAt = sender.ReplyTo, TrialTrouble = trouble }, cancellation));
    }

    private async Task<MailTextPage?> Find(Guid client, Guid wave, string kind, string spoken, CancellationToken cancellation)
    {
        if (MailKind.Find(kind) is not { } known || !shipped.Languages(known).Contains(spoken, StringComparer.Ordinal)
            || await waves.Find(client, wave, cancellation) is not { } found)
            return null;
        var own = (await texts.OfWave(client, wave, cancellation)).FirstOrDefault(text => text.Kind == kind && text.Language == spoken);
        return new MailTextPage(found, known, spoken, own?.Markdown ?? shipped.Markdown(known, spoken), IsOwn: own is not null);
    }

    private async Task<MailTextPage> WithPreview(MailTextPage page, CancellationToken cancellation)
    {
        var (template, faults) = MailTemplate.Read(page.Markdown, page.Kind);
        if (template is null)
            return page with { Faults = faults };
        var sender = await control.Sender(CurrentClient.Of(HttpContext)!.Id, page.Wave.WaveId, AccountClaims.IdOf(User)!.Value, cancellation);
        return page with { Preview = await trial.Preview(sender, page.Kind, page.Spoken, template, cancellation) };
    }
}

/// <summary>A text with what is wrong with it, or how it reads.</summary>
/// <param name="Spoken">The language of the text.</param>
/// <param name="IsOwn">Whether the wave has its own words here.</param>
public sealed record MailTextPage(WaveSummary Wave, MailKind Kind, string Spoken, string Markdown, bool IsOwn)
{
    public IReadOnlyList<TemplateFault> Faults { get; init; } = [];

    public FilledMail? Preview { get; init; }

    /// <summary>Where a trial was just sent; null: none was.</summary>
    public string? TriedAt { get; init; }

    /// <summary>Why the trial did not arrive; null: it did.</summary>
    public string? TrialTrouble { get; init; }
}
