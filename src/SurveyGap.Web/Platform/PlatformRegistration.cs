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

/// <summary>What all features stand on.</summary>
public static class PlatformRegistration
{
    /// <summary>An application without features. Settings are read where the program is started; its files lie where the program is.</summary>
    public static WebApplicationBuilder NewBuilder(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Nothing reads a setting twice, and watching for changes would watch every folder below, the database's too.
            // Nor do files of wwwroot come while it runs; unpublished, each request would look, that of a page as well.
            Args = ["--hostBuilder:reloadConfigOnChange=false", "--ReloadStaticAssetsAtRuntime=false", .. settings],
            ApplicationName = typeof(PlatformRegistration).Assembly.GetName().Name,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.Configuration["urls"] ??= PublicAddress.Default;
        builder.WebHost.UseStaticWebAssets();
        return builder.AddHardening();
    }

    /// <summary>The database comes first: it opens before anything that is registered later starts.</summary>
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

    /// <summary>What each request passes before it comes to a feature.</summary>
    public static void UsePlatform(this IApplicationBuilder app) => app
        .UseFarewell()
        .UseForwardedHeaders()
        .UseHsts()
        .UseSecurityHeaders()
        .UseUnreadBodies()
        .UseErrorPages()
        .UseCookiePolicy()
        .UseRouting()
        .UseTraceRoutes()
        .UseRateLimiter()
        .UseAuthentication()
        .UseRequestLocalization()
        .UseAuthorization();
}
