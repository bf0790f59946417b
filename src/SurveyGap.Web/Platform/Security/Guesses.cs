using System.Threading.RateLimiting;

namespace SurveyGap.Web.Platform.Security;

/// <summary>
/// Counts by address the links and keys that lead nowhere. Good ones are never counted here:
/// a whole workforce may sit behind the address from which somebody guesses.
/// </summary>
public sealed class Guesses : IDisposable
{
    private const int PerMinute = 30;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetFixedWindowLimiter(RateLimits.AddressOf(context), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = PerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));

    public static Guesses Of(HttpContext context) => context.RequestServices.GetRequiredService<Guesses>();

    /// <summary>Notes one more; false if it was one too many.</summary>
    public bool Count(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
