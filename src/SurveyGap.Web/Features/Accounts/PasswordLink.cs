using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SurveyGap.Web.Platform;

namespace SurveyGap.Web.Features.Accounts;

/// <summary>
/// The link by which a person chooses a password: valid for a while, and once, because it names the security stamp
/// that setting the password replaces. Nothing is stored; the key ring seals it.
/// </summary>
public sealed class PasswordLink(IDataProtectionProvider protection, PublicAddress address)
{
    /// <summary>For a new account. Whoever forgot a password waits for the link, and gets a shorter one.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromDays(3);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("password link").ToTimeLimitedDataProtector();

    /// <summary>A new security stamp: 160 bits.</summary>
    public static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    /// <summary>The whole address to hand to the person.</summary>
    public Uri For(Guid account, string stamp, TimeSpan? validity = null) =>
        address.Of($"password/{_seal.Protect($"{account} {stamp}", validity ?? Validity)}");

    /// <summary>Whose link it is, and the stamp that it may replace; null if it is none or no longer one.</summary>
    public (Guid Account, string Stamp)? Read(string token)
    {
        try
        {
            return _seal.Unprotect(token).Split(' ') is [var account, var stamp] ? (Guid.Parse(account), stamp) : null;
        }
        catch (CryptographicException)
        {
            return null; // Invented, altered, expired: all the same to whoever holds it.
        }
    }
}
