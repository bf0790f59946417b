using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Mail.Mailings;
using SurveyGap.Web.Features.Mail.Words;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Mail;

/// <summary>The mails of a wave: what is planned, how far it is, what to send next.</summary>
[ClientRole(Role.Consultant), Route("/clients/{client:guid}/waves/{wave:guid}/mails")]
public sealed class MailsController(
    WaveSummaryStore waves, MailingStore mailings, MailingControlStore control, MailTextStore texts, FirstAnswerStore firstAnswers,
    ShippedTexts shipped, MailSettings settings, TimeProvider clock) : Controller
{
    private static readonly TimeSpan ToCallBack = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Morning = TimeSpan.FromHours(8);

    [HttpGet]
    public async Task<IActionResult> Index(Guid client, Guid wave, CancellationToken cancellation)
    {
        if (await waves.Find(client, wave, cancellation) is not { } found)
            return NotFound();
        Dictionary<MailKind, int> reach = [];
        foreach (var kind in MailKind.OfWave)
            reach[kind] = await mailings.Reach(client, wave, kind, cancellation);
        return View("Index", new MailsPage
        {
            Wave = found,
            Now = clock.GetUtcNow(),
            Mailings = await control.Progress(client, wave, cancellation),
            Troubles = await control.Troubles(client, wave, cancellation),
            Reach = reach,
            Languages = [.. shipped.Languages(MailKind.Invitation)],
            Own = [.. (await texts.OfWave(client, wave, cancellation)).Select(text => (text.Kind, text.Language))],
            HasServer = settings.Smtp is not null,
            AsksInMail = await firstAnswers.IsOn(client, wave, cancellation),
        });
    }

    [HttpPost]
    public async Task<IActionResult> Plan(Guid client, Guid wave, PlanForm form, CancellationToken cancellation)
    {
        if (await waves.Find(client, wave, cancellation) is not { } found)
            return NotFound();
        if (MailKind.Find(form.Kind) is not { } kind || form.Mailing == Guid.Empty)
            return BadRequest();

        var sender = await control.Sender(client, wave, AccountClaims.IdOf(User)!.Value, cancellation);
        await mailings.Plan(client, wave, new NewMailing
        {
            Mailing = form.Mailing,
            Kind = kind,
            DueAt = DueAt(found, form.On),
            Signature = string.IsNullOrWhiteSpace(form.Signature) ? null : form.Signature.Trim(),
            ReplyTo = sender.ReplyTo,
            Account = AccountClaims.IdOf(User),
        });
        return Back(client, wave);
    }

    [HttpPost("{mailing:guid}/pause")]
    public Task<IActionResult> Pause(Guid client, Guid wave, Guid mailing, CancellationToken cancellation) =>
        Change(client, wave, () => control.Pause(client, wave, mailing), cancellation);

    [HttpPost("{mailing:guid}/resumption")]
    public Task<IActionResult> Resume(Guid client, Guid wave, Guid mailing, CancellationToken cancellation) =>
        Change(client, wave, () => control.Resume(client, wave, mailing), cancellation);

    [HttpPost("{mailing:guid}/cancellation")]
    public Task<IActionResult> Cancel(Guid client, Guid wave, Guid mailing, CancellationToken cancellation) =>
        Change(client, wave, () => control.Cancel(client, wave, mailing), cancellation);

    [HttpPost("{mailing:guid}/retries")]
    public Task<IActionResult> Retry(Guid client, Guid wave, Guid mailing, CancellationToken cancellation) =>
        Change(client, wave, () => control.Retry(client, wave, mailing), cancellation);

    /// <summary>Puts the first question into customers' mails, or takes it out again, for all waves of the study.</summary>
    [HttpPost("first-answer")]
    public Task<IActionResult> AskInMail(Guid client, Guid wave, [FromForm] bool on, CancellationToken cancellation) =>
        Change(client, wave, () => firstAnswers.Switch(client, wave, on), cancellation);

    // Changing what has changed already is fine: the page shows how it stands.
    private async Task<IActionResult> Change(Guid client, Guid wave, Func<Task> change, CancellationToken cancellation)
    {
        if (await waves.Find(client, wave, cancellation) is null)
            return NotFound();
        await change();
        return Back(client, wave);
    }

    // A day in the future means its morning, where the wave takes place; today means in a minute, so that it can be called back.
    private DateTimeOffset DueAt(WaveSummary wave, DateOnly? on)
    {
        var soonest = clock.GetUtcNow() + ToCallBack;
        if (on is not { } day)
            return soonest;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(wave.TimeZone);
        var morning = day.ToDateTime(TimeOnly.MinValue) + Morning;
        var planned = new DateTimeOffset(morning, zone.GetUtcOffset(morning)).ToUniversalTime();
        return planned > soonest ? planned : soonest;
    }

    private RedirectResult Back(Guid client, Guid wave) => Redirect($"~/clients/{client}/waves/{wave}/mails");
}

/// <summary>What to send, and when.</summary>
public sealed record PlanForm
{
    /// <summary>Made with the form, so that pressing twice plans once.</summary>
    public Guid Mailing { get; init; }

    public string? Kind { get; init; }

    /// <summary>Null: now.</summary>
    public DateOnly? On { get; init; }

    [System.ComponentModel.DataAnnotations.StringLength(400)]
    public string? Signature { get; init; }
}
