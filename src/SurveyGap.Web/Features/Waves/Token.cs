using System.Buffers.Text;
using System.Security.Cryptography;

namespace SurveyGap.Web.Features.Waves;

/// <summary>
/// What stands in a link after <c>/r/</c>. The database knows its hash alone, so whoever reads the database can open nothing.
/// Printed as «(token)» by accident, never as its text: a token stands in no log.
/// </summary>
public sealed class Token(byte[] value)
{
    private const int Length = 32;

    /// <summary>A token that no link has: looked up in place of what cannot be one, so that the time it takes does not tell.</summary>
    public static Token Impossible { get; } = new([]);

    public byte[] Hash { get; } = SHA256.HashData(value);

    /// <summary>The text that stands in the link.</summary>
    public string Reveal() => Base64Url.EncodeToString(value);

    public override string ToString() => "(token)";

    /// <summary>The token in a link, or null where the text cannot be one.</summary>
    public static Token? Read(string? text)
    {
        if (text?.Length != Base64Url.GetEncodedLength(Length) || !Base64Url.IsValid(text))
            return null;
        return new Token(Base64Url.DecodeFromChars(text));
    }
}
