using System.Collections.Concurrent;

namespace SurveyGap.Web.Tests.Mail;

/// <summary>Every pause is over at once, and remembered.</summary>
internal sealed class CountingClock(DateTimeOffset now) : TimeProvider
{
    public ConcurrentBag<TimeSpan> Pauses { get; } = [];

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
            Pauses.Add(TimeSpan.FromMilliseconds(Math.Round(dueTime.TotalMilliseconds)));
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
