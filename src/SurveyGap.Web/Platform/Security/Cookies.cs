using Microsoft.AspNetCore.CookiePolicy;

namespace SurveyGap.Web.Platform.Security;

/// <summary>Every cookie, whoever sets it, is HttpOnly and Secure; names start with __Host-, which also forbids a domain and a path.</summary>
internal static class Cookies
{
    public static IServiceCollection AddCookieRules(this IServiceCollection services)
    {
        services.Configure<CookiePolicyOptions>(options =>
        {
            options.HttpOnly = HttpOnlyPolicy.Always;
            options.Secure = CookieSecurePolicy.Always;
            options.MinimumSameSitePolicy = SameSiteMode.Lax;
        });
        return services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "__Host-form";
            // Antiforgery refuses to set a Secure cookie over plain http, which loopback and a proxy's inner side are;
            // the rules above make it Secure on its way out.
            options.Cookie.SecurePolicy = CookieSecurePolicy.None;
            options.FormFieldName = "form-token";
            options.SuppressXFrameOptionsHeader = true;
        });
    }
}
