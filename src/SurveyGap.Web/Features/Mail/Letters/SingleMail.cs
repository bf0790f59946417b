using System.Security.Cryptography;
using SurveyGap.Web.Features.Mail.Mime;
using SurveyGap.Web.Features.Mail.Outbox;
using SurveyGap.Web.Features.Mail.Smtp;
using SurveyGap.Web.Features.Mail.Words;

namespace SurveyGap.Web.Features.Mail.Letters;

/// <summary>
/// One letter to one address, through the mail server or, without one, as a file in the mail folder:
/// <code>
/// var delivery = await mail.Send(SingleLetter.SetPassword(name, email, language, link, PasswordLink.Valid), cancellation);
/// if (delivery.Trouble is { } words) …
/// </code>
/// It waits for the server; a page that must take equally long for known and unknown addresses uses <see cref="LetterBox"/>.
/// </summary>
public sealed class SingleMail(ShippedTexts shipped, Func<IMailRoute> route, MailSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Sends it once; what is known afterwards. A bad address and a silent server are outcomes, not exceptions.</summary>
    public async Task<Delivery> Send(SingleLetter letter, CancellationToken cancellation)
    {
        if (Mailbox.TryOf(letter.Name, letter.Address) is not { } to)
            return new Delivery.RecipientRefused(new SmtpReply(553, ["5.1.3 This is no address that mail can be sent to."]));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        await using var line = route();
        return await line.Send(settings.Bounces, Message(letter, to), () => Task.FromResult(true), limit.Token);
    }

    private MailMessage Message(SingleLetter letter, Mailbox to)
    {
        var language = shipped.LanguageOf(letter.Kind, letter.Language);
        var (template, faults) = MailTemplate.Read(shipped.Markdown(letter.Kind, language), letter.Kind);
        if (template is null)
            throw new InvalidOperationException($"The shipped text {letter.Kind.Name}.{language}.md has a fault: {faults[0]}.");
        var words = template.Fill(
            new Dictionary<string, string>(letter.Values, StringComparer.Ordinal) { ["name"] = Mailbox.OneLine(letter.Name), ["client"] = letter.ClientName },
            new MailLayout(shipped.Layout, language, letter.ClientName, letter.Colour));
        return new MailMessage
        {
            MessageId = $"{RandomNumberGenerator.GetHexString(32, lowercase: true)}@{settings.From.Domain}",
            Date = clock.GetUtcNow(),
            From = Mailbox.Of(letter.ClientName, settings.From.Address),
            To = to,
            Subject = words.Subject,
            Text = words.Text,
            Html = words.Html,
            Language = language,
        };
    }
}
