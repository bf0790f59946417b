using SurveyGap.Web.Features.Mail.Mime;
using SurveyGap.Web.Features.Mail.Smtp;

namespace SurveyGap.Web.Features.Mail.Outbox;

/// <summary>Where no mail server is configured: each mail becomes a file that mail programs open.</summary>
internal sealed class FolderRoute(MailFolder folder) : IMailRoute
{
    public bool IsOpen => true;

    public async Task<Delivery> Send(Mailbox bounces, MailMessage message, Func<Task<bool>> aboutToSend, CancellationToken stop)
    {
        if (!await aboutToSend())
            return new Delivery.Withdrawn();
        return new Delivery.Accepted(new SmtpReply(250, [await folder.Write(message, stop)]));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
