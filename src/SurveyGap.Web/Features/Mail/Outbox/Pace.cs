namespace SurveyGap.Web.Features.Mail.Outbox;

/// <summary>Not more mails a second than the server lets through.</summary>
public sealed class Pace(double? perSecond, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _next;

    /// <summary>Waits for the next free moment.</summary>
    public Task Wait(CancellationToken stop)
    {
        if (perSecond is not { } rate)
            return Task.CompletedTask;

        TimeSpan pause;
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            _next = _next < now ? now : _next;
            pause = _next - now;
            _next += TimeSpan.FromSeconds(1 / rate);
        }

        return pause > TimeSpan.Zero ? Task.Delay(pause, clock, stop) : Task.CompletedTask;
    }
}
