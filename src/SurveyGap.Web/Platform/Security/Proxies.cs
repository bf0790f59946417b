using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace SurveyGap.Web.Platform.Security;

/// <summary>Believes X-Forwarded-For and -Proto of the configured proxies (<c>Proxies:0=10.0.0.5</c>, networks as <c>10.0.0.0/24</c>), and of nobody else.</summary>
internal static class Proxies
{
    public static IServiceCollection AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var proxies = configuration.GetSection("Proxies").Get<string[]>() ?? [];
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = proxies.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
            {
                if (proxy.Contains('/', StringComparison.Ordinal))
                    options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
                else
                    options.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
    }
}
