using System.Threading.RateLimiting;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Answering;

/// <summary>
/// Counts by address the links that lead nowhere. Good links are never counted here:
/// a whole workforce may sit behind the address from which somebody guesses.
/// </summary>
public sealed class UnknownLinks : IDisposable
{
    private const int PerMinute = 30;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetFixedWindowLimiter(RateLimits.AddressOf(context), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = PerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));

    public static UnknownLinks Of(HttpContext context) => context.RequestServices.GetRequiredService<UnknownLinks>();

    /// <summary>Notes one more; false if it was one too many.</summary>
    public bool Count(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
