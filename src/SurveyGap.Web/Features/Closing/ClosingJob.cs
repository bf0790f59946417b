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
            await Round(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Everything that is due now. What fails is left to the next round, and stops nothing else: neither another wave nor a deletion.</summary>
    internal async Task Round(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await Try(() => closing.Sweep(cancellation), Failed);
        await Try(() => ForEach(due.ToClose(now, cancellation), wave => closing.Close(new ClosingOrder(wave.Client, wave.Wave, now), cancellation)), Failed);
        await Try(() => ForEach(due.ToPurge(now, cancellation), wave => due.Purge(wave, cancellation)), Failed);
    }

    private async Task ForEach(Task<IReadOnlyList<DueWave>> waves, Func<DueWave, Task> work)
    {
        foreach (var wave in await waves)
            await Try(() => work(wave), fault => FailedFor(wave.Wave, fault.GetType().Name));
    }

    private static async Task Try(Func<Task> work, Action<Exception> failed)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            failed(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Closing waves or deleting responses failed; it is tried again.")]
    private partial void Failed(Exception fault);

    // The kind of fault alone: its message may quote what somebody wrote.
    [LoggerMessage(Level = LogLevel.Error, Message = "Wave {Wave} could not be closed or purged ({Fault}); it is tried again.")]
    private partial void FailedFor(Guid wave, string fault);
}
