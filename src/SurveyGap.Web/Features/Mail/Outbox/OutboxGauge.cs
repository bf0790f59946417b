using SurveyGap.Web.Platform.Errors;
using SurveyGap.Web.Platform.Telemetry;

namespace SurveyGap.Web.Features.Mail.Outbox;

/// <summary>Looks now and then how many mails wait, where somebody collects measurements. Apart from sending, which shall not wait for a count.</summary>
internal sealed class OutboxGauge(OutboxDepthStore outbox, Measurements measurements, IConfiguration configuration, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!TelemetrySettings.Of(configuration).IsSent)
            return;

        using PeriodicTimer timer = new(Pause, clock);
        do
        {
            try
            {
                measurements.OutboxDepth = await outbox.Read(stoppingToken);
            }
            catch (UnavailableException)
            {
                measurements.OutboxDepth = null; // a gap in the curve, and no made-up number
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
