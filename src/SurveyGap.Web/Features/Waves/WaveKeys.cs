using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SurveyGap.Web.Features.Waves;

/// <summary>
/// What one wave's secret is used for, each use with a key of its own: links that nobody can guess,
/// places in the ballot box that nobody can foresee, and the seal on what lies there.
/// </summary>
public sealed class WaveKeys
{
    public const int SecretLength = 32;

    private readonly byte[] _link;
    private readonly byte[] _answer;

    private WaveKeys(byte[] link, byte[] answer, byte[] seal) => (_link, _answer, Seal) = (link, answer, seal);

    /// <summary>The key that ballots of this wave are encrypted with.</summary>
    public byte[] Seal { get; }

    public static WaveKeys Of(Guid wave, ReadOnlySpan<byte> secret)
    {
        var salt = wave.ToByteArray(bigEndian: true);
        return new(Derive(secret, salt, "link"u8), Derive(secret, salt, "answer"u8), Derive(secret, salt, "seal"u8));
    }

    /// <summary>The personal link of an invitation, or the link that hangs on a wall. A new epoch makes the old link void.</summary>
    public Token Link(Guid invitation, int epoch)
    {
        Span<byte> message = stackalloc byte[20];
        invitation.TryWriteBytes(message, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(message[16..], epoch);
        return new Token(HMACSHA256.HashData(_link, message));
    }

    /// <summary>Where the ballot of an invited person lies: the same for every attempt, so that a second one finds the place taken.</summary>
    public byte[] AnswerKey(Guid invitation) => Place(1, invitation.ToByteArray(bigEndian: true));

    /// <summary>Where the ballot of a person behind an open link lies: one place for each form that was handed out.</summary>
    public byte[] AnswerKey(ReadOnlySpan<byte> form) => Place(2, form);

    // The first byte keeps the two kinds apart: nobody can take an invited person's place by sending their number as a form.
    private byte[] Place(byte kind, ReadOnlySpan<byte> whose) => HMACSHA256.HashData(_answer, (byte[])[kind, .. whose]);

    private static byte[] Derive(ReadOnlySpan<byte> secret, byte[] salt, ReadOnlySpan<byte> use)
    {
        var key = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, salt, use);
        return key;
    }
}
