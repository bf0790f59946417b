namespace SurveyGap.Web.Platform.Telemetry;

internal static class TelemetryRegistration
{
    /// <summary>Measures always; sends only where a collector is configured.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMetrics().AddSingleton<Measurements>();
        var settings = TelemetrySettings.Of(configuration);
        if (!settings.IsSent)
            return services;

        // Until .NET 11 the framework keeps method, route and status out of its traces unless it is told otherwise.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", isEnabled: false);
        return services.AddSingleton(settings).AddHostedService<TelemetryExport>();
    }
}
