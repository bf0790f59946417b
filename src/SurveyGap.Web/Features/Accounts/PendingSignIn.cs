using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace SurveyGap.Web.Features.Accounts;

/// <summary>
/// Between the password and the code: a sealed cookie says for five minutes whose password was right. It is no session and opens nothing.
/// </summary>
public sealed class PendingSignIn(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Cookie = "__Host-sign-in";
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(5);
    private static readonly CookieOptions Options = new() { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax };
    private readonly IDataProtector _seal = protection.CreateProtector("pending sign-in");

    public void Begin(HttpContext context, Account account, string @return)
    {
        HalfSignedIn half = new(account.AccountId, account.SecurityStamp, @return, clock.GetUtcNow() + Validity);
        context.Response.Cookies.Append(Cookie, _seal.Protect(JsonSerializer.Serialize(half)), Options);
    }

    /// <summary>Whose password was right; null if nobody's, or too long ago.</summary>
    public HalfSignedIn? Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { } kept
                && JsonSerializer.Deserialize<HalfSignedIn>(_seal.Unprotect(kept)) is { } half
                && half.Until > clock.GetUtcNow() ? half : null;
        }
        catch (CryptographicException)
        {
            return null; // Invented, or sealed by a key ring of the past.
        }
    }

    public static void End(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options);
}

/// <summary>Somebody whose password was right.</summary>
/// <param name="Account">Who.</param>
/// <param name="Stamp">The security stamp of that moment.</param>
/// <param name="Return">Where to go then, on this site.</param>
/// <param name="Until">When the password has to be typed again.</param>
public sealed record HalfSignedIn(Guid Account, string Stamp, string Return, DateTimeOffset Until);
