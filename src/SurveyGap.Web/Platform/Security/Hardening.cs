using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Platform.Mvc;

namespace SurveyGap.Web.Platform.Security;

/// <summary>The settings that the framework leaves weaker than this product needs them.</summary>
internal static class Hardening
{
    // The largest form (all comments of a questionnaire) stays below; uploads name their own limit.
    private const int LargestRequest = 512 * 1024;

    public static WebApplicationBuilder AddHardening(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        builder.Services.Configure<FormOptions>(form => form.ValueLengthLimit = LargestRequest);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));
        builder.Services.AddHsts(hsts =>
        {
            hsts.MaxAge = TimeSpan.FromDays(365);
            hsts.IncludeSubDomains = true;
        });
        builder.Services.Configure<MvcOptions>(mvc =>
        {
            mvc.Filters.Add(new LargestForm());
            mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            mvc.Conventions.Add(new PathParameters());
            mvc.ModelMetadataDetailsProviders.Add(new EmptyTexts());
            mvc.ModelBinderProviders.Insert(0, new PlainTexts());
            mvc.Filters.Add(new SameClient());
        });

        // Information level writes request paths, and with them tokens.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning).AddFilter("Npgsql", LogLevel.Warning);
        // Its scope puts the request's path, and with it the token, on every line of a log that prints scopes.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // It warns at each start of the unencrypted key ring, which is what no configured certificate means.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        return builder;
    }
}
