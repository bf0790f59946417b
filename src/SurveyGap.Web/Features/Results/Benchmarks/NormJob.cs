namespace SurveyGap.Web.Features.Results.Benchmarks;

/// <summary>Looks every hour whether enough has changed for new norms.</summary>
internal sealed partial class NormJob(NormRenewal norms, TimeProvider clock, ILogger<NormJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await norms.Renew(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The last norms stay; the next round tries again.
                Failed(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The norms could not be renewed; it is tried again.")]
    private partial void Failed(Exception fault);
}
