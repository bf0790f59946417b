using System.Globalization;
using System.Text;

namespace SurveyGap.Web.Features.Mail.Mime;

/// <summary>Writes a message as RFC 5322 and 2045 want it: seven bits, short lines, CRLF, the same bytes for the same message.</summary>
public static class MimeWriter
{
    // «=_» can never occur in quoted-printable text, so that no part can contain its own boundary.
    private const string Boundary = "=_SurveyGap_alternative";

    public static byte[] Write(MailMessage message)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Headers(message))
            text.Append(name).Append(": ").Append(value).Append("\r\n");

        Part(text, "text/plain", message.Text);
        Part(text, "text/html", message.Html);
        text.Append("\r\n--").Append(Boundary).Append("--\r\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static IEnumerable<(string Name, string Value)> Headers(MailMessage message)
    {
        yield return ("Date", message.Date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        yield return ("From", HeaderValue.Of(message.From, "From"));
        yield return ("To", HeaderValue.Of(message.To, "To"));
        if (message.ReplyTo is { } replyTo)
            yield return ("Reply-To", HeaderValue.Of(replyTo, "Reply-To"));
        yield return ("Subject", HeaderValue.Text(message.Subject, "Subject"));
        yield return ("Message-ID", HeaderValue.Token($"<{message.MessageId}>"));
        if (message.Unsubscribe is { } unsubscribe)
        {
            // Folded: a fold counts as white space, and the address alone fills a line.
            yield return ("List-Unsubscribe", $"\r\n {HeaderValue.Token($"<{unsubscribe.AbsoluteUri}>")}");
            yield return ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        // Out-of-office replies to a whole workforce help nobody.
        yield return ("Auto-Submitted", "auto-generated");
        yield return ("X-Auto-Response-Suppress", "OOF, AutoReply");
        yield return ("Content-Language", HeaderValue.Token(message.Language));
        yield return ("MIME-Version", "1.0");
        yield return ("Content-Type", $"multipart/alternative;\r\n boundary=\"{Boundary}\"");
    }

    private static void Part(StringBuilder text, string type, string content) =>
        text.Append("\r\n--").Append(Boundary).Append("\r\n")
            .Append("Content-Type: ").Append(type).Append("; charset=utf-8\r\n")
            .Append("Content-Transfer-Encoding: quoted-printable\r\n\r\n")
            .Append(QuotedPrintable.Encode(content));
}
