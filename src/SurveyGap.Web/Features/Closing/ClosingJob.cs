namespace SurveyGap.Web.Features.Closing;

/// <summary>Closes waves when their time is over, and deletes responses when theirs is.</summary>
internal sealed partial class ClosingJob(WaveClosing closing, DueWavesStore due, TimeProvider clock, ILogger<ClosingJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await Round(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The next round tries again: a database that is away for a minute must not end the job for ever.
                Failed(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Everything that is due now.</summary>
    internal async Task Round(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await closing.Sweep(cancellation);
        foreach (var wave in await due.ToClose(now, cancellation))
            await closing.Close(new ClosingOrder(wave.Client, wave.Wave, now), cancellation);
        foreach (var wave in await due.ToPurge(now, cancellation))
            await due.Purge(wave, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Closing waves failed; it is tried again.")]
    private partial void Failed(Exception fault);
}
