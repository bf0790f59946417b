using SurveyGap.Web.Features.Mail.Mime;
using SurveyGap.Web.Features.Mail.Smtp;

namespace SurveyGap.Web.Features.Mail.Outbox;

/// <summary>A way out for mails: a mail server, or a folder where none is configured.</summary>
public interface IMailRoute : IAsyncDisposable
{
    /// <summary>False once the server did not let us in: this line is of no use for a while.</summary>
    bool IsOpen { get; }

    /// <summary>Sends one mail; see <see cref="SmtpSession.Send"/>.</summary>
    Task<Delivery> Send(Mailbox bounces, MailMessage message, Func<Task<bool>> aboutToSend, CancellationToken stop);
}
