using System.Text.RegularExpressions;

namespace SurveyGap.Web.Features.Mail.Bounces;

/// <summary>A delivery status notification (RFC 3464): which of our mails did not arrive, for good or for now.</summary>
/// <param name="Mail">The mail in the outbox.</param>
/// <param name="IsFinal">Whether the address is of no use any more.</param>
/// <param name="Words">What the other server said.</param>
public sealed partial record BounceReport(Guid Mail, bool IsFinal, string Words)
{
    /// <summary>Reads a message as a mail server hands it over.</summary>
    /// <returns>The report; or, in one line, why the message is none.</returns>
    public static (BounceReport? Report, string? Refusal) Read(string message)
    {
        var text = message.ReplaceLineEndings("\n");
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var header = Unfolded(end < 0 ? text : text[..end]);
        // An automatic reply has arrived somewhere, which is the opposite of a bounce.
        if (!DeliveryStatus().IsMatch(header))
            return (null, "This is no delivery status notification.");

        if (StatusPart(text) is not { } fields)
            return (null, "The delivery status notification has no status part.");
        if (Field(fields, "Action") is not { } action || !action.Equals("failed", StringComparison.OrdinalIgnoreCase))
            return (null, "The mail was not given up: only «Action: failed» is a bounce.");
        if ((BounceAddress().Match(header) is { Success: true } match ? match : MessageId().Match(text)) is not { Success: true } mail)
            return (null, "The notification names none of our mails.");

        var code = Field(fields, "Status") ?? "";
        return (new BounceReport(Guid.ParseExact(mail.Groups["mail"].Value, "N"), IsForGood(code), $"{code} {Field(fields, "Diagnostic-Code")}".Trim()), null);
    }

    // 5.7.x speaks of us and 5.2.2 of a full mailbox: both may pass.
    private static bool IsForGood(string status) =>
        status.StartsWith("5.", StringComparison.Ordinal)
        && !status.StartsWith("5.7.", StringComparison.Ordinal)
        && status != "5.2.2";

    private static string? StatusPart(string text)
    {
        var type = text.IndexOf("\nContent-Type: message/delivery-status", StringComparison.OrdinalIgnoreCase);
        var start = type < 0 ? -1 : text.IndexOf("\n\n", type, StringComparison.Ordinal);
        if (start < 0)
            return null;
        var end = text.IndexOf("\n--", start, StringComparison.Ordinal);
        return Unfolded(text[start..(end < 0 ? text.Length : end)]);
    }

    private static string? Field(string fields, string name) => fields.Split('\n')
        .FirstOrDefault(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    private static string Unfolded(string fields) => Fold().Replace(fields, " ");

    [GeneratedRegex(@"\n[ \t]+", RegexOptions.None, 1000)]
    private static partial Regex Fold();

    [GeneratedRegex(@"^Content-Type:\s*multipart/report\b.*report-type=""?delivery-status", RegexOptions.IgnoreCase | RegexOptions.Multiline, 1000)]
    private static partial Regex DeliveryStatus();

    [GeneratedRegex(@"\+b-(?<mail>[0-9a-f]{32})@", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BounceAddress();

    [GeneratedRegex(@"^Message-ID:\s*<(?<mail>[0-9a-f]{32})@", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MessageId();
}
