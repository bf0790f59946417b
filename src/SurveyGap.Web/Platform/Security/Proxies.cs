using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using SurveyGap.Web.Platform.Settings;
using IPNetwork = System.Net.IPNetwork;

namespace SurveyGap.Web.Platform.Security;

/// <summary>Believes X-Forwarded-For and -Proto of the configured proxies (<c>Proxies:0=10.0.0.5</c>, networks as <c>10.0.0.0/24</c>), and of nobody else.</summary>
internal static class Proxies
{
    public static IServiceCollection AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var proxies = configuration.GetSection("Proxies").GetChildren().Select(proxy => Network(configuration, proxy.Path)).OfType<IPNetwork>().ToList();
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            proxies.ForEach(options.KnownIPNetworks.Add);
        });
    }

    // An address is the smallest network.
    private static IPNetwork? Network(IConfiguration configuration, string name) => configuration.Read<IPNetwork?>(
        name, null, "a network address such as 10.0.0.5 or 10.0.0.0/24",
        text => text.Contains('/', StringComparison.Ordinal) ? IPNetwork.Parse(text) : new IPNetwork(IPAddress.Parse(text), IPAddress.Parse(text).GetAddressBytes().Length * 8));
}
