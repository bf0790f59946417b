using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Planning;

/// <summary>Opens waves on their date, once on any number of instances: whoever comes second finds them open.</summary>
internal sealed partial class OpeningJob(WaveOpening opening, WavesToOpenStore due, TimeProvider clock, ILogger<OpeningJob> log) : BackgroundService
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

    /// <summary>Everything that is due now. What fails is left to the next round, and stops no other wave.</summary>
    internal async Task Round(CancellationToken cancellation)
    {
        try
        {
            foreach (var wave in await due.Due(clock.GetUtcNow(), cancellation))
                await Open(wave, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A database that is away must not end the job for ever.
            Failed(fault);
        }
    }

    private async Task Open(WaveToOpen wave, CancellationToken cancellation)
    {
        try
        {
            if (await opening.OpenOnTime(wave.Client, wave.Wave, cancellation) is Opening.NotReady)
                Missing(wave.Wave);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            FailedFor(wave.Wave, fault.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Opening waves failed; it is tried again.")]
    private partial void Failed(Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Wave {Wave} could not be opened ({Fault}); it is tried again.")]
    private partial void FailedFor(Guid wave, string fault);

    // Every half minute as long as it lasts; the start page says the same to those who can do something about it.
    [LoggerMessage(Level = LogLevel.Debug, Message = "Wave {Wave} is due, and lacks something that it needs to open.")]
    private partial void Missing(Guid wave);
}
