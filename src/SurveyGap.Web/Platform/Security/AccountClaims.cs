using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using SurveyGap.Web.Platform.Localisation;

namespace SurveyGap.Web.Platform.Security;

/// <summary>What the session cookie carries: who it is, and the stamp that changes with the password. Roles are never in it.</summary>
public static class AccountClaims
{
    private const string Stamp = "stamp";

    /// <summary>The principal of a session.</summary>
    public static ClaimsPrincipal Of(Guid account, string name, string stamp, string language) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.ToString()),
            new Claim(ClaimTypes.Name, name),
            new Claim(Stamp, stamp),
            new Claim(Languages.Claim, language),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>The signed-in account; null for nobody.</summary>
    public static Guid? IdOf(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    internal static string? StampOf(ClaimsPrincipal user) => user.FindFirstValue(Stamp);
}
