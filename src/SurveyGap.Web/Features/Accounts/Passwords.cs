using Microsoft.AspNetCore.Identity;

namespace SurveyGap.Web.Features.Accounts;

/// <summary>What a password must be, and how it is kept: PBKDF2 with HMAC-SHA512, salted, 220,000 rounds (OWASP asks for 210,000).</summary>
public sealed class Passwords(IPasswordHasher<Account> hasher)
{
    public const int Shortest = 12;
    public const int Longest = 128;
    public const int Rounds = 220_000;

    // Verified in place of the hash that an unknown account does not have, so that both take equally long.
    private readonly Lazy<string> _nobodys = new(() => hasher.HashPassword(null!, "nobody has this password"));

    /// <summary>The reason why this may not become a password, as the key of its text; null if it may.</summary>
    public static string? Fault(string password, string email) => password.Length switch
    {
        < Shortest => "Password.TooShort",
        > Longest => "Password.TooLong",
        _ when CommonPasswords.Contains(password) => "Password.Common",
        _ when password.Contains(email.Split('@')[0], StringComparison.OrdinalIgnoreCase) => "Password.LikeEmail",
        _ => null,
    };

    public string Hash(string password) => hasher.HashPassword(null!, password);

    /// <summary>Whether it is the account's password; takes as long for nobody's account.</summary>
    /// <param name="account">The account; null for an unknown one.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="rehashed">A stronger hash to keep instead, where the kept one is of an older strength.</param>
    public bool Verify(Account? account, string password, out string? rehashed)
    {
        rehashed = null;
        // Longer than any that can be set: not worth the rounds.
        if (password.Length > Longest)
            return false;
        var result = hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? _nobodys.Value, password);
        if (account is not null && result == PasswordVerificationResult.SuccessRehashNeeded)
            rehashed = Hash(password);
        return account is not null && result != PasswordVerificationResult.Failed;
    }
}
