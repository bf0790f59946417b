using SurveyGap.Web.Features.Mail.Mime;
using SurveyGap.Web.Features.Mail.Smtp;

namespace SurveyGap.Web.Features.Mail.Outbox;

/// <summary>One line to the mail server, opened when it is first needed and again when it was cut.</summary>
internal sealed class SmtpRoute(SmtpSettings settings, string ourName, DkimSigner? signer, TimeProvider clock) : IMailRoute
{
    private SmtpSession? _session;

    public bool IsOpen { get; private set; } = true;

    public async Task<Delivery> Send(Mailbox bounces, MailMessage message, Func<Task<bool>> aboutToSend, CancellationToken stop)
    {
        try
        {
            var session = await Session(stop);
            var bytes = MimeWriter.Write(message);
            return await session.Send(bounces.Address, message.To.Address, signer?.Sign(bytes, message.Date) ?? bytes, aboutToSend, stop);
        }
        catch (SmtpException failure)
        {
            IsOpen = false;
            return new Delivery.LineFailed(failure.Message);
        }
    }

    public ValueTask DisposeAsync() => _session?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<SmtpSession> Session(CancellationToken stop)
    {
        if (_session is { IsUsable: false })
        {
            await _session.DisposeAsync();
            _session = null;
        }

        return _session ??= await SmtpSession.Open(settings, ourName, clock, stop);
    }
}
