using Microsoft.AspNetCore.Mvc.Razor;
using SurveyGap.Web.Platform.Database;
using SurveyGap.Web.Platform.Erasures;
using SurveyGap.Web.Platform.Errors;
using SurveyGap.Web.Platform.Health;
using SurveyGap.Web.Platform.Localisation;
using SurveyGap.Web.Platform.Mvc;
using SurveyGap.Web.Platform.Security;
using SurveyGap.Web.Platform.Telemetry;

namespace SurveyGap.Web.Platform;

public static class PlatformRegistration
{
    /// <summary>What all features stand on. The database comes first: it opens before anything that is registered later starts.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddControllersWithViews();
        return services
            .AddTelemetry(configuration)
            .AddDatabase()
            .AddHealth()
            .AddSingleton<PublicAddress>()
            .AddProtection(configuration)
            .AddErasures(configuration)
            .AddProxies(configuration)
            .AddCookieRules()
            .AddSessions()
            .AddRateLimits()
            .AddLanguages()
            .AddErrorPages()
            .Configure<RazorViewEngineOptions>(razor => razor.ViewLocationExpanders.Add(new FeatureViews()));
    }
}
