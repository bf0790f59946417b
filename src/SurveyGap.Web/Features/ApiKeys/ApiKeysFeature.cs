using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using SurveyGap.Web.Platform;

namespace SurveyGap.Web.Features.ApiKeys;

public static class ApiKeysFeature
{
    /// <summary>Under the path of programs a key is asked for and nothing else; everywhere else keys are not even looked at.</summary>
    public static IServiceCollection AddApiKeys(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, configureOptions: null);
        return services
            // By itself the framework writes a line for every call without a good key.
            .AddLogging(logging => logging.AddFilter(typeof(ApiKeyHandler).FullName, LogLevel.Warning))
            .Configure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, cookie =>
                cookie.ForwardDefaultSelector = context => ProgramPath.Holds(context.Request.Path) ? ApiKeyHandler.SchemeName : null)
            .AddSingleton<IAuthorizationHandler, ScopeHandler>()
            .AddSingleton<ApiKeyStore>();
    }
}
