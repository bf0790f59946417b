using SurveyGap.Web.Features.Mail.Mime;
using SurveyGap.Web.Features.Mail.Smtp;

namespace SurveyGap.Web.Features.Mail.Outbox;

/// <summary>Where no mail server is configured: each mail becomes a file that mail programs open.</summary>
internal sealed class FolderRoute(string folder) : IMailRoute
{
    public async Task<Delivery> Send(Mailbox bounces, MailMessage message, Func<Task<bool>> aboutToSend, CancellationToken stop)
    {
        if (!await aboutToSend())
            return new Delivery.Withdrawn();
        Directory.CreateDirectory(folder);

        // Named after the mail, so that a second attempt overwrites the first.
        var file = Path.Combine(folder, $"{message.MessageId[..message.MessageId.IndexOf('@', StringComparison.Ordinal)]}.eml");
        await File.WriteAllBytesAsync(file, MimeWriter.Write(message), stop);
        return new Delivery.Accepted(new SmtpReply(250, [file]));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
