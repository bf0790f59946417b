using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace SurveyGap.Web.Platform.Security;

/// <summary>Who is signed in, and what that allows: everything needs an account unless its endpoint says otherwise.</summary>
public static class Sessions
{
    internal const string SignInPath = "/sign-in";

    internal static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "__Host-session";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.LoginPath = SignInPath;
            options.ReturnUrlParameter = "return";
            options.ExpireTimeSpan = TimeSpan.FromHours(8);
            options.Events.OnValidatePrincipal = SessionCheck.Validate;
            options.Events.OnRedirectToLogin = AskToSignIn;
            options.Events.OnRedirectToAccessDenied = Forbid;
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<MembershipStore>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<IAuthorizationHandler, MembershipHandler>();
        services.AddSingleton<AdministratorStore>();
        services.AddSingleton<IAuthorizationHandler, AdministratorHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, HiddenClients>();
        return services;
    }

    /// <summary>Signs this browser in.</summary>
    public static Task Begin(HttpContext context, ClaimsPrincipal account, DateTimeOffset now)
    {
        AuthenticationProperties properties = new();
        SessionCheck.Begin(properties, now);
        return context.SignInAsync(account, properties);
    }

    /// <summary>Goes on as the same person who is spoken to differently; the session ends when it would have.</summary>
    public static async Task Continue(HttpContext context, ClaimsPrincipal account)
    {
        var session = await context.AuthenticateAsync();
        await context.SignInAsync(account, session.Properties);
    }

    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        // Back to a page, never to what a form was sent to: the form is gone by then.
        context.Response.Redirect(HttpMethods.IsGet(context.Request.Method) ? context.RedirectUri : SignInPath);
        return Task.CompletedTask;
    }

    private static Task Forbid(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
