using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SurveyGap.Web.Features.SecondFactor;

/// <summary>
/// A secret at rest is sealed by the key ring, which is not in the database. While it is being set up it waits, sealed otherwise
/// and for a quarter of an hour, in the person's form: who never finishes leaves nothing behind.
/// </summary>
public sealed class SecretSeal(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(15);
    private readonly IDataProtector _kept = protection.CreateProtector("second factor");
    private readonly IDataProtector _offered = protection.CreateProtector("second factor, offered");

    public byte[] Keep(byte[] secret) => _kept.Protect(secret);

    public byte[] Open(byte[] kept) => _kept.Unprotect(kept);

    public string Offer(Guid account, byte[] secret) =>
        _offered.Protect($"{account} {(clock.GetUtcNow() + Validity).ToUnixTimeSeconds()} {Convert.ToHexString(secret)}");

    /// <summary>The secret that was offered to this account; null if none was, or too long ago.</summary>
    public byte[]? Accept(Guid account, string? offer)
    {
        try
        {
            return _offered.Unprotect(offer ?? "").Split(' ') is [var whose, var until, var secret]
                && whose == account.ToString()
                && long.Parse(until, System.Globalization.CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds()
                ? Convert.FromHexString(secret)
                : null;
        }
        catch (CryptographicException)
        {
            return null; // Invented or altered.
        }
    }
}
