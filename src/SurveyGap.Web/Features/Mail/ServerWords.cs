using System.Text.RegularExpressions;

namespace SurveyGap.Web.Features.Mail;

/// <summary>
/// What another server said, fit to be kept and shown: without addresses. Servers repeat them, and whoever reads that a
/// reminder to a person is late knows that this person had not answered.
/// </summary>
public static partial class ServerWords
{
    private const int Longest = 2000;

    public static string Of(string words)
    {
        var nameless = Address().Replace(words[..Math.Min(words.Length, Longest)], "…");
        return nameless[..Math.Min(nameless.Length, Longest)];
    }

    // As one run of letters, whichever quotes and brackets stand around it; «%40» is an @ in a link to an explanation.
    [GeneratedRegex(@"[^\s<>""'();:,]+(@|%40)[^\s<>""'();:,]+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
