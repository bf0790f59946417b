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

    private readonly byte[] _secret;
    private readonly byte[] _salt;

    private WaveKeys(byte[] secret, byte[] salt) => (_secret, _salt) = (secret, salt);

    /// <summary>The key that ballots of this wave are encrypted with.</summary>
    public byte[] Seal => field ??= Derive("seal"u8);

    // Each is derived once it is needed: most requests need one of the three.
    private byte[] LinkKey => field ??= Derive("link"u8);

    private byte[] PlaceKey => field ??= Derive("answer"u8);

    public static WaveKeys Of(Guid wave, ReadOnlySpan<byte> secret) => new(secret.ToArray(), wave.ToByteArray(bigEndian: true));

    /// <summary>The personal link of an invitation, or the link that hangs on a wall. A new epoch makes the old link void.</summary>
    public Token Link(Guid invitation, int epoch)
    {
        Span<byte> message = stackalloc byte[20];
        invitation.TryWriteBytes(message, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(message[16..], epoch);
        return new Token(HMACSHA256.HashData(LinkKey, message));
    }

    /// <summary>Where the ballot of an invited person lies: the same for every attempt, so that a second one finds the place taken.</summary>
    public byte[] AnswerKey(Guid invitation) => Place(1, invitation.ToByteArray(bigEndian: true));

    /// <summary>Where the ballot of a person behind an open link lies: one place for each form that was handed out.</summary>
    public byte[] AnswerKey(ReadOnlySpan<byte> form) => Place(2, form);

    // The first byte keeps the two kinds apart: nobody can take an invited person's place by sending their number as a form.
    private byte[] Place(byte kind, ReadOnlySpan<byte> whose) => HMACSHA256.HashData(PlaceKey, (byte[])[kind, .. whose]);

    private byte[] Derive(ReadOnlySpan<byte> use)
    {
        var key = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, key, _salt, use);
        return key;
    }
}
