namespace SurveyGap.Web.Features.Answering;

/// <summary>Flags who has answered, every minute in every wave that runs.</summary>
internal sealed partial class AnsweredFlagJob(AnsweredFlagStore flags, TimeProvider clock, ILogger<AnsweredFlagJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                foreach (var wave in await flags.OpenWaves(stoppingToken))
                    await Flag(wave, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The next minute tries again: a database that is away must not end the job for ever.
                Failed(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // A wave that fails must not keep the others waiting.
    private async Task Flag(OpenWave wave, CancellationToken cancellation)
    {
        try
        {
            await flags.Flag(wave, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            FailedFor(wave.Wave, fault.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Flagging who has answered failed; it is tried again.")]
    private partial void Failed(Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Flagging who has answered failed in wave {Wave} ({Fault}); it is tried again.")]
    private partial void FailedFor(Guid wave, string fault);
}
