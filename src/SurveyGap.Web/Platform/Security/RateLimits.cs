using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;

namespace SurveyGap.Web.Platform.Security;

/// <summary>How often something may be sent without an account. Each policy is named at the endpoint: <c>[EnableRateLimiting(RateLimits.ByLink)]</c>.</summary>
public static class RateLimits
{
    /// <summary>By network address: signing in, and what knows nothing better.</summary>
    public const string ByAddress = "by-address";

    /// <summary>By the link in the path: a whole workforce sits behind one address, and must not slow itself down.</summary>
    public const string ByLink = "by-link";

    /// <summary>By network address, for another program that proves itself with a secret: a burst of bounces is honest.</summary>
    public const string ByMachine = "by-machine";

    /// <summary>By the key that a program shows, valid or not; by network address without one.</summary>
    public const string ByKey = "by-key";

    // A person with a slow connection and an impatient finger stays far below these; a guessing machine does not.
    private const int PerMinute = 30;

    // Ten a second; the secret has 32 characters or more.
    private const int PerMinuteOfMachine = 600;

    /// <summary>As much for the key of a program.</summary>
    public const int PerMinuteOfKey = 600;

    internal static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddSingleton<Guesses>().AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(ByAddress, OfAddress);
        options.AddPolicy(ByMachine, context => Limit(AddressOf(context), PerMinuteOfMachine));
        options.AddPolicy(ByKey, context => context.Request.Headers.Authorization is [{ Length: > 0 } said, ..]
            ? Limit($"key {HashOf(said)}", PerMinuteOfKey)
            : OfAddress(context));
        options.AddPolicy(ByLink, context => context.GetRouteValue("token") is string token ? OfLink(token) : OfAddress(context));
    });

    internal static RateLimitPartition<string> OfAddress(HttpContext context) => Limit(AddressOf(context), PerMinute);

    internal static RateLimitPartition<string> OfLink(string link, int perMinute = PerMinute) => Limit($"link {HashOf(link)}", perMinute);

    // The limiter keeps its keys for a while; the link itself is nobody's to keep.
    private static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static RateLimitPartition<string> Limit(string who, int perMinute) => RateLimitPartition.GetSlidingWindowLimiter(who, _ => new SlidingWindowRateLimiterOptions
    {
        PermitLimit = perMinute,
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = 6,
    });

    internal static string AddressOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
            return "address unknown";

        // One household or phone has a whole /64: its single addresses cost nothing.
        var bytes = address.IsIPv4MappedToIPv6 ? address.MapToIPv4().GetAddressBytes() : address.GetAddressBytes();
        return $"address {Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, 8)))}";
    }
}
