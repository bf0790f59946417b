using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Mail.Outbox;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Mail;

/// <summary>
/// What invented people found in their mailboxes. For the demo client alone: elsewhere a page of links would let a consultant
/// answer in anybody's name, and a page of reminders would name who has not answered.
/// </summary>
[ClientRole(Role.Consultant)]
public sealed class MailboxController(WaveSummaryStore waves, OutboxStore outbox, Desks desks, TimeProvider clock) : Controller
{
    private const int Most = 30;

    [HttpGet("/clients/{client:guid}/waves/{wave:guid}/mails/mailbox")]
    public async Task<IActionResult> Index(Guid client, Guid wave, CancellationToken cancellation)
    {
        if (await waves.Find(client, wave, cancellation) is not { } found)
            return NotFound();
        if (!CurrentClient.Of(HttpContext)!.IsDemo)
            return Redirect($"~/clients/{client}/waves/{wave}/mails");

        var desk = await desks.Of(client, wave, cancellation);
        var letters = await outbox.Latest(client, wave, Most, cancellation);
        var mails = from letter in letters
                    let message = desk.Write(letter, clock.GetUtcNow()).Message
                    where message is not null
                    select new MailboxMail(message.To.Name, message.To.Address, message.Subject, message.Text, desk.LinkOf(letter));
        return View("Mailbox", new MailboxPage(found, [.. mails]));
    }
}

/// <param name="Mails">The last ones, as they were sent.</param>
public sealed record MailboxPage(WaveSummary Wave, IReadOnlyList<MailboxMail> Mails);

/// <summary>A mail in the mailbox of an invented person.</summary>
public sealed record MailboxMail(string Name, string Address, string Subject, string Text, Uri Link);
