using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SurveyGap.Web.Features.SecondFactor;

/// <summary>Codes of the moment (RFC 6238): six digits from a shared secret, another every half minute.</summary>
public static class Totp
{
    public const int Digits = 6;
    private const int SecretLength = 20;
    private const long SecondsInStep = 30;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretLength);

    /// <summary>The step in which this code is right: the present one, or one beside it, for clocks that differ; null if none.</summary>
    public static long? Match(ReadOnlySpan<byte> secret, string typed, DateTimeOffset now)
    {
        var present = StepAt(now);
        long? match = null;
        for (var step = present - 1; step <= present + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(secret, step)), Encoding.UTF8.GetBytes(typed)))
                match = step;
        }

        return match;
    }

    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / SecondsInStep;

    /// <summary>The code of a step (RFC 4226, 5.3).</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The standard says SHA-1, apps know nothing else, and HMAC does not need its collision resistance.")]
    public static string Code(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, mac);

        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xf)..]) & 0x7fffffff;
        return (number % (long)Math.Pow(10, digits)).ToString($"D{digits}", CultureInfo.InvariantCulture);
    }
}
