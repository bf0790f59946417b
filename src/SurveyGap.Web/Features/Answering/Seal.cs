using System.Security.Cryptography;

namespace SurveyGap.Web.Features.Answering;

/// <summary>
/// AES-256-GCM with a random nonce. The label is bound in: what was sealed for one place opens in no other.
/// </summary>
public static class Seal
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Nonce, tag and cipher text in one.</summary>
    public static byte[] Close(byte[] key, ReadOnlySpan<byte> content, ReadOnlySpan<byte> label)
    {
        var whole = new byte[NonceLength + TagLength + content.Length];
        var nonce = whole.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, content, whole.AsSpan(NonceLength + TagLength), whole.AsSpan(NonceLength, TagLength), label);
        return whole;
    }

    /// <summary>The content, or null where key, label or bytes are not the ones that were sealed.</summary>
    public static byte[]? Open(byte[] key, ReadOnlySpan<byte> whole, ReadOnlySpan<byte> label)
    {
        if (whole.Length < NonceLength + TagLength)
            return null;

        var content = new byte[whole.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(whole[..NonceLength], whole[(NonceLength + TagLength)..], whole[NonceLength..(NonceLength + TagLength)], content, label);
            return content;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
