using System.Security.Cryptography;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Mail.Mailings;
using SurveyGap.Web.Features.Mail.Outbox;
using SurveyGap.Web.Features.Mail.Words;

namespace SurveyGap.Web.Features.Mail;

/// <summary>A mail as its people will get it, to the consultant: same words, same way, a link that belongs to nobody.</summary>
public sealed class TrialMail(Desks desks, Func<IMailRoute> route, MailSettings settings, MailKeys keys, TimeProvider clock)
{
    // Somebody waits at the page.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The words of a text, filled as for the consultant; or what is wrong with the text.</summary>
    public async Task<(FilledMail? Words, IReadOnlyList<TemplateFault> Faults)> Preview(MailSender sender, MailKind kind, string language, string markdown, CancellationToken cancellation) =>
        (await desks.Of(sender.ClientId, sender.WaveId, cancellation)).Try(LetterTo(sender, kind, language), kind, language, markdown);

    /// <summary>Sends it; null, or why it did not arrive.</summary>
    public async Task<string?> Send(MailSender sender, MailKind kind, string language, CancellationToken cancellation)
    {
        var desk = await desks.Of(sender.ClientId, sender.WaveId, cancellation);
        var (message, reason) = desk.Write(LetterTo(sender, kind, language), clock.GetUtcNow());
        if (message is null)
            return reason;

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        await using var line = route();
        return (await line.Send(settings.Bounces, message, () => Task.FromResult(true), limit.Token)).Trouble;
    }

    private Letter LetterTo(MailSender sender, MailKind kind, string language) => new()
    {
        ClientId = sender.ClientId,
        MailId = new Guid(RandomNumberGenerator.GetBytes(16)),
        Attempts = 1,
        Kind = kind.Name,
        CreatedAt = clock.GetUtcNow(),
        WaveId = sender.WaveId,
        StudyId = sender.StudyId,
        InvitationId = Guid.Empty,
        Epoch = 1,
        Name = sender.Name,
        Email = sender.ReplyTo,
        Language = language,
        Audience = Audience.Customer,
        AddressHash = keys.HashOf(sender.ReplyTo),
        IsDeclined = false,
        ClientName = sender.ClientName,
        Color = sender.Color,
        Imprint = sender.Imprint,
        Signature = null,
        ReplyTo = sender.ReplyTo,
        ClosesAt = sender.ClosesAt,
        // A trial is wanted before the opening most of all.
        IsOpen = true,
        TimeZone = sender.TimeZone,
    };
}
