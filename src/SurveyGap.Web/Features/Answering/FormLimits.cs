using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Answering;

/// <summary>
/// How often forms may be sent with one link, on however many devices: only the link counts, because everything else
/// in a cookie can be made up. A link that is made up itself leads nowhere, and is counted by address there (<see cref="Guesses"/>).
/// </summary>
public static class FormLimits
{
    /// <summary>By the link in the cookie of the route's wave.</summary>
    public const string ByLink = "by-link-of-the-form";

    // 500 people in one hall who read the same poster send nine pages each within five minutes: 900 a minute.
    private const int PerMinuteOfAPoster = 1200;

    internal static IServiceCollection AddFormLimits(this IServiceCollection services) =>
        services.Configure<RateLimiterOptions>(options => options.AddPolicy(ByLink, Of));

    internal static RateLimitPartition<string> Of(HttpContext context) =>
        !Guid.TryParse(context.GetRouteValue("wave") as string, out var wave) || Device.Read(context.Request, wave) is not { } device
            ? RateLimits.OfAddress(context)
            : device.Kind is LinkKind.Open
                ? RateLimits.OfLink($"open {device.Link}", PerMinuteOfAPoster)
                : RateLimits.OfLink($"personal {device.Link}");
}
