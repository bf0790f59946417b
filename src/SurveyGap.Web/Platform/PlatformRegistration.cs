using Microsoft.AspNetCore.Mvc.Razor;
using SurveyGap.Web.Platform.Database;
using SurveyGap.Web.Platform.Erasures;
using SurveyGap.Web.Platform.Errors;
using SurveyGap.Web.Platform.Health;
using SurveyGap.Web.Platform.Localisation;
using SurveyGap.Web.Platform.Mvc;
using SurveyGap.Web.Platform.Security;
using SurveyGap.Web.Platform.Settings;
using SurveyGap.Web.Platform.Telemetry;

namespace SurveyGap.Web.Platform;

/// <summary>What all features stand on.</summary>
public static class PlatformRegistration
{
    /// <summary>An application without features. Settings are read where the program is started and where it lies; its files lie where the program is.</summary>
    /// <exception cref="SetupException">A file of settings cannot be read, or holds one that does not exist.</exception>
    public static WebApplicationBuilder NewBuilder(string[] settings)
    {
        WebApplicationBuilder builder;
        try
        {
            builder = Builder(settings);
            builder.Configuration.AddFileIn(AppContext.BaseDirectory);
        }
        catch (Exception fault) when (fault is InvalidDataException or UnauthorizedAccessException)
        {
            throw new SetupException($"A file of settings cannot be read: {string.Join(' ', new[] { fault.Message, fault.GetBaseException().Message }.Distinct())}");
        }

        ((IConfigurationRoot)builder.Configuration).RefuseUnknown();
        builder.Configuration["urls"] = builder.Configuration.Listening();
        builder.WebHost.UseStaticWebAssets();
        return builder.AddHardening();
    }

    private static WebApplicationBuilder Builder(string[] settings) => WebApplication.CreateBuilder(new WebApplicationOptions
    {
        // Nothing reads a setting twice, and watching for changes would watch every folder below, the database's too.
        // Nor do files of wwwroot come while it runs; unpublished, each request would look, that of a page as well.
        Args = ["--hostBuilder:reloadConfigOnChange=false", "--ReloadStaticAssetsAtRuntime=false", .. settings],
        ApplicationName = typeof(PlatformRegistration).Assembly.GetName().Name,
        WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
    });

    /// <summary>The database comes first: it opens before anything that is registered later starts.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddControllersWithViews();
        return services
            .AddTelemetry(configuration)
            .AddDatabase(configuration)
            .AddHealth()
            .AddSingleton(new PublicAddress(configuration))
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
