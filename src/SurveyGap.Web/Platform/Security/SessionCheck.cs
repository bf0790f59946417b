using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace SurveyGap.Web.Platform.Security;

/// <summary>Once a minute a session has to prove that its account is still there, enabled, and has the same stamp.</summary>
internal static class SessionCheck
{
    private const string Checked = "checked";
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (LastCheck(context.Properties) is { } last && now - last < Interval)
            return;

        var sessions = context.HttpContext.RequestServices.GetRequiredService<SessionStore>();
        if (context.Principal is { } user
            && AccountClaims.IdOf(user) is { } account
            && AccountClaims.StampOf(user) is { } stamp
            && await sessions.IsValid(account, stamp, context.HttpContext.RequestAborted))
        {
            Mark(context.Properties, now);
            context.ShouldRenew = true;
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync();
    }

    /// <summary>Notes when the account behind a session was last looked at.</summary>
    public static void Mark(AuthenticationProperties properties, DateTimeOffset now) =>
        properties.Items[Checked] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset? LastCheck(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(Checked, out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
