using System.Security.Cryptography;
using System.Text;

namespace SurveyGap.Web.Features.SecondFactor;

/// <summary>
/// For the day on which the phone is gone: ten codes of 120 random bits, each for once. So many bits need no slow hash.
/// </summary>
public static class RecoveryCodes
{
    public const int Number = 10;
    private const int Length = 24;

    // No letters that look like digits.
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    public static IReadOnlyList<string> New() =>
        [.. Enumerable.Range(0, Number).Select(_ => Grouped(RandomNumberGenerator.GetString(Letters, Length)))];

    /// <summary>What is kept of a code, however it is typed.</summary>
    public static byte[] Hash(string typed) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(typed.Where(char.IsLetterOrDigit)).ToLowerInvariant()));

    /// <summary>In groups of four, which are easier to copy.</summary>
    internal static string Grouped(string text) => string.Join(' ', text.Chunk(4).Select(group => new string(group)));
}
