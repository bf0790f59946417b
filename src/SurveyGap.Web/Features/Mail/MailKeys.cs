using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SurveyGap.Web.Features.Mail.Mime;

namespace SurveyGap.Web.Features.Mail;

/// <summary>
/// What the installation's mail secret is used for: recognising an address that wants no mail without storing it,
/// and links that end mails and that nobody else can make.
/// </summary>
public sealed class MailKeys
{
    private const int SecretLength = 32;
    private const int TagLength = 16;
    private const int TokenLength = 16 + 16 + 32 + TagLength;

    private readonly byte[] _address;
    private readonly byte[] _unsubscribe;

    public MailKeys(ReadOnlySpan<byte> secret) => (_address, _unsubscribe) = (Derive(secret, "address"u8), Derive(secret, "unsubscribe"u8));

    /// <summary>Reads the secret, and makes it at the first start.</summary>
    public static MailKeys Open(string file)
    {
        if (!File.Exists(file))
            Create(file);
        return new MailKeys(File.ReadAllBytes(file));
    }

    /// <summary>The address as the suppression list knows it: the same for each spelling of the same address.</summary>
    public byte[] HashOf(string address) =>
        HMACSHA256.HashData(_address, Encoding.UTF8.GetBytes((Mailbox.TryOf("", address)?.Address ?? address).ToLowerInvariant()));

    /// <summary>What stands behind <c>/unsubscribe/</c>. It names no person and needs no row: it works when both are long deleted.</summary>
    public string Seal(Unsubscription wish)
    {
        Span<byte> token = stackalloc byte[TokenLength];
        wish.Client.TryWriteBytes(token);
        wish.Study.TryWriteBytes(token[16..]);
        wish.AddressHash.CopyTo(token[32..]);
        HMACSHA256.HashData(_unsubscribe, token[..^TagLength]).AsSpan(0, TagLength).CopyTo(token[^TagLength..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Who wants no mail; null if we did not make the token.</summary>
    public Unsubscription? Read(string token)
    {
        Span<byte> bytes = stackalloc byte[TokenLength];
        if (token.Length != Base64Url.GetEncodedLength(TokenLength)
            || !Base64Url.TryDecodeFromChars(token, bytes, out var length) || length != TokenLength)
            return null;

        var expected = HMACSHA256.HashData(_unsubscribe, bytes[..^TagLength]).AsSpan(0, TagLength);
        return CryptographicOperations.FixedTimeEquals(expected, bytes[^TagLength..])
            ? new Unsubscription(new Guid(bytes[..16]), new Guid(bytes[16..32]), bytes[32..64].ToArray())
            : null;
    }

    // Written aside and moved into place: two instances that start together end up with one secret.
    private static void Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = $"{file}.{RandomNumberGenerator.GetHexString(8)}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(SecretLength));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }

    private static byte[] Derive(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> use)
    {
        var key = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, salt: [], use);
        return key;
    }
}

/// <summary>An address that wants no more mail about a study.</summary>
public sealed record Unsubscription(Guid Client, Guid Study, byte[] AddressHash);
