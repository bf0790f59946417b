using System.Globalization;
using System.Text.RegularExpressions;

namespace SurveyGap.Web.Features.Mail.Smtp;

/// <summary>One reply of a server: its code, and the text of all its lines.</summary>
/// <param name="Code">Three digits.</param>
/// <param name="Lines">The text behind the code, line by line.</param>
public sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsPositive => Code is >= 200 and < 400;

    /// <summary>5xx: trying again gives the same.</summary>
    public bool IsPermanent => Code is >= 500 and < 600;

    /// <summary>The enhanced status (RFC 3463), such as «5.1.1»; null if the server gives none.</summary>
    public string? Status =>
        Lines.Count > 0 && EnhancedStatus().Match(Lines[0]) is { Success: true } match ? match.Value : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code} {string.Join(' ', Lines)}");

    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}(?=\s|$)", RegexOptions.None, 1000)]
    private static partial Regex EnhancedStatus();
}
