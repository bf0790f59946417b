using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SurveyGap.Web.Features.Mail.Mime;

/// <summary>Signs mails for one domain: RFC 6376, rsa-sha256, relaxed/relaxed.</summary>
public sealed partial class DkimSigner(string domain, string selector, RSA key) : IDisposable
{
    // Whatever a relay has no business to change.
    private static readonly string[] Signed =
    [
        "from", "to", "reply-to", "subject", "date", "message-id", "list-unsubscribe", "list-unsubscribe-post",
        "auto-submitted", "content-language", "mime-version", "content-type",
    ];

    /// <summary>The message with its DKIM-Signature on top.</summary>
    public byte[] Sign(byte[] message, DateTimeOffset at)
    {
        var text = Encoding.ASCII.GetString(message);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = Unfolded().Split(text[..end]).Select(Relaxed).ToDictionary(field => field.Name, StringComparer.Ordinal);
        var names = Signed.Where(headers.ContainsKey).ToArray();

        // From is named twice: a second From, added on the way, breaks the signature (RFC 6376, 8.15).
        var signature = "v=1; a=rsa-sha256; c=relaxed/relaxed;"
            + $"\r\n d={domain}; s={selector}; t={at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)};"
            + $"\r\n h={string.Join(":\r\n ", names.Append("from").Chunk(3).Select(chunk => string.Join(':', chunk)))};"
            + $"\r\n bh={Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(RelaxedBody(text[(end + 4)..]))))};"
            + "\r\n b=";

        var input = string.Concat(names.Select(name => $"{name}:{headers[name].Value}\r\n"))
            + $"dkim-signature:{Relaxed($"DKIM-Signature: {signature}").Value}";
        byte[] signed;
        // Several lines sign with one key, which promises nothing about threads.
        lock (key)
            signed = key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        var lines = string.Join("\r\n ", Convert.ToBase64String(signed).Chunk(72).Select(line => new string(line)));
        return [.. Encoding.ASCII.GetBytes($"DKIM-Signature: {signature}{lines}\r\n"), .. message];
    }

    public void Dispose() => key.Dispose();

    private static (string Name, string Value) Relaxed(string field)
    {
        var colon = field.IndexOf(':', StringComparison.Ordinal);
        return (field[..colon].Trim().ToLowerInvariant(), WhiteSpace().Replace(field[(colon + 1)..], " ").Trim());
    }

    // Section 3.4.4: runs of blanks shrink to one, blanks at a line's end and empty lines at the end go.
    private static string RelaxedBody(string body)
    {
        var lines = body.Split("\r\n").Select(line => Blanks().Replace(line, " ").TrimEnd(' '));
        var trimmed = string.Join("\r\n", lines).TrimEnd('\r', '\n');
        return trimmed.Length == 0 ? "" : trimmed + "\r\n";
    }

    [GeneratedRegex(@"\r\n(?![ \t])", RegexOptions.None, 1000)]
    private static partial Regex Unfolded();

    [GeneratedRegex(@"[ \t\r\n]+", RegexOptions.None, 1000)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"[ \t]+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
