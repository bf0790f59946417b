using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;

namespace SurveyGap.Web.Platform.Security;

/// <summary>
/// Once a minute a session has to prove that its account is still there, enabled, and has the same stamp.
/// However busy it is kept, it ends half a day after the sign-in.
/// </summary>
internal static class SessionCheck
{
    private const string Begun = "begun";
    private const string Checked = "checked";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        // The page of an error asks nothing of the database, which may be what failed.
        if (context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
            return;

        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var isYoung = Read(context.Properties, Begun) is { } begun && now - begun < Longest;
        if (isYoung && Read(context.Properties, Checked) is { } last && now - last < Interval)
            return;

        var sessions = context.HttpContext.RequestServices.GetRequiredService<SessionStore>();
        if (isYoung
            && context.Principal is { } user
            && AccountClaims.IdOf(user) is { } account
            && AccountClaims.StampOf(user) is { } stamp
            && await sessions.IsValid(account, stamp, context.HttpContext.RequestAborted))
        {
            Write(context.Properties, Checked, now);
            context.ShouldRenew = true;
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync();
    }

    /// <summary>Notes when a session began, which is also when its account was first looked at.</summary>
    public static void Begin(AuthenticationProperties properties, DateTimeOffset now)
    {
        Write(properties, Begun, now);
        Write(properties, Checked, now);
    }

    private static void Write(AuthenticationProperties properties, string name, DateTimeOffset time) =>
        properties.Items[name] = time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset? Read(AuthenticationProperties properties, string name) =>
        properties.Items.TryGetValue(name, out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
