using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Mail.Mailings;
using SurveyGap.Web.Features.Mail.Words;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Mail;

/// <summary>The words of one kind of mail in one language: looked at, changed, tried out.</summary>
[ClientRole(Role.Consultant), HoldsFrames, Route("/clients/{client:guid}/waves/{wave:guid}/mails/texts/{kind}/{spoken:length(2)}")]
public sealed class MailTextsController(
    WaveSummaryStore waves, MailTextStore texts, ShippedTexts shipped, MailingControlStore control, TrialMail trial) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(Guid client, Guid wave, string kind, string spoken, CancellationToken cancellation) =>
        await Find(client, wave, kind, spoken, cancellation) is { } page ? View("Text", page) : NotFound();

    /// <summary>Keeps the text if it has no fault.</summary>
    [HttpPost]
    public async Task<IActionResult> Keep(Guid client, Guid wave, string kind, string spoken, [FromForm] string? markdown, CancellationToken cancellation)
    {
        if (await Find(client, wave, kind, spoken, cancellation) is not { } found)
            return NotFound();
        var page = found with { Markdown = markdown ?? "", Faults = MailTemplate.Read(markdown ?? "", found.Kind).Faults };
        if (page.Faults.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Text", page);
        }

        await texts.Keep(client, wave, new MailText { Kind = kind, Language = spoken, Markdown = page.Markdown });
        return Redirect($"~/clients/{client}/waves/{wave}/mails/texts/{kind}/{spoken}");
    }

    /// <summary>The kept text as its people read it, for the frame in the page.</summary>
    [HttpGet("letter")]
    public async Task<IActionResult> Letter(Guid client, Guid wave, string kind, string spoken, CancellationToken cancellation) =>
        await Find(client, wave, kind, spoken, cancellation) is { } page ? await Letter(page, cancellation) : NotFound();

    /// <summary>A text that is not kept yet.</summary>
    [HttpPost("letter")]
    public async Task<IActionResult> Letter(Guid client, Guid wave, string kind, string spoken, [FromForm] string? markdown, CancellationToken cancellation) =>
        await Find(client, wave, kind, spoken, cancellation) is { } page ? await Letter(page with { Markdown = markdown ?? "" }, cancellation) : NotFound();

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
        return View("Text", page with { TriedAt = sender.ReplyTo, TrialTrouble = trouble });
    }

    private async Task<MailTextPage?> Find(Guid client, Guid wave, string kind, string spoken, CancellationToken cancellation)
    {
        if (MailKind.Find(kind) is not { } known || !shipped.Languages(known).Contains(spoken, StringComparer.Ordinal)
            || await waves.Find(client, wave, cancellation) is not { } found)
            return null;
        var own = (await texts.OfWave(client, wave, cancellation)).FirstOrDefault(text => text.Kind == kind && text.Language == spoken);
        return new MailTextPage(found, known, spoken, own?.Markdown ?? shipped.Markdown(known, spoken), IsOwn: own is not null);
    }

    private async Task<ViewResult> Letter(MailTextPage page, CancellationToken cancellation)
    {
        SecurityHeaders.AllowMailMarkup(HttpContext);
        var sender = await control.Sender(CurrentClient.Of(HttpContext)!.Id, page.Wave.WaveId, AccountClaims.IdOf(User)!.Value, cancellation);
        var (words, faults) = await trial.Preview(sender, page.Kind, page.Spoken, page.Markdown, cancellation);
        return View("Letter", new LetterPage(page.Spoken, words, faults));
    }
}

/// <summary>How a text reads, or why it cannot.</summary>
public sealed record LetterPage(string Spoken, FilledMail? Words, IReadOnlyList<TemplateFault> Faults);

/// <summary>A text with what is wrong with it.</summary>
/// <param name="Spoken">The language of the text.</param>
/// <param name="IsOwn">Whether the wave has its own words here.</param>
public sealed record MailTextPage(WaveSummary Wave, MailKind Kind, string Spoken, string Markdown, bool IsOwn)
{
    public IReadOnlyList<TemplateFault> Faults { get; init; } = [];

    /// <summary>Where a trial was just sent; null: none was.</summary>
    public string? TriedAt { get; init; }

    /// <summary>Why the trial did not arrive; null: it did.</summary>
    public string? TrialTrouble { get; init; }
}
