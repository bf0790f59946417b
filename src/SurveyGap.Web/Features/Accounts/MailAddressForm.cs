namespace SurveyGap.Web.Features.Accounts;

/// <summary>Whether something has the form of an e-mail address. Whether it exists, only a mail can tell.</summary>
public static class MailAddressForm
{
    private const int Longest = 320;

    public static bool Fits(string text) =>
        text.Length <= Longest
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && text.Split('@') is [{ Length: > 0 }, { Length: > 0 }];
}
