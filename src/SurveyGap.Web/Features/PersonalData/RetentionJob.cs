using SurveyGap.Web.Features.Mail.Outbox;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.PersonalData;

/// <summary>
/// Deletes every hour what has been kept as long as was said, and once more whom a restored database has brought back.
/// Any number of instances may do so at once.
/// </summary>
internal sealed partial class RetentionJob(RetentionStore store, PersonErasure erasure, MailFolder mails, Retention retention, TimeProvider clock, ILogger<RetentionJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    // As long as a file of people waits for its confirmation.
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            await Round(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Everything that is due now. What fails is left to the next round, and stops nothing else.</summary>
    internal async Task Round(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await Try("people deleted before", () => erasure.Repeat(cancellation));
        await Try("people of waves", () => ForgetPeople(now, cancellation));
        await Try("files of people", () => store.ForgetImports(now - Day, cancellation));
        await Try("files of mails", () => mails.SweepUnknown(now - Day, cancellation));
        await Try("lines of the audit", () => store.ForgetAudit(now.AddDays(-retention.AuditDays), cancellation));
    }

    private async Task ForgetPeople(DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var wave in await store.Due(now, cancellation))
        {
            await Try($"people of wave {wave.Wave}", async () =>
                mails.Forget([wave.Wave], await store.Forget(wave, now, cancellation)));
        }
    }

    private async Task Try(string what, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The kind of fault alone: its message may quote an address.
            Failed(what, fault.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What was kept long enough could not be deleted: {What} ({Fault}); it is tried again.")]
    private partial void Failed(string what, string fault);
}
