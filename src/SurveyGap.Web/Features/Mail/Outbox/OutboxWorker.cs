using SurveyGap.Web.Features.Mail.Mailings;

namespace SurveyGap.Web.Features.Mail.Outbox;

/// <summary>Chooses the people of mailings that are due, and sends what is due, as long as the program runs.</summary>
internal sealed partial class OutboxWorker(MailingStore mailings, OutboxSender sender, MailFolder folder, TimeProvider clock, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await mailings.QueueDue(stoppingToken);
                if (await sender.SendDue(stoppingToken) > 0)
                    continue;

                // Last, so that a folder that cannot be tidied up keeps no mail back.
                await folder.Sweep(stoppingToken);
                await Task.Delay(Idle, clock, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The rows know what was left undone; the next round takes them up.
                Failed(failure);
                await Task.Delay(AfterFailure, clock, stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending mails failed; it is tried again.")]
    private partial void Failed(Exception failure);
}
