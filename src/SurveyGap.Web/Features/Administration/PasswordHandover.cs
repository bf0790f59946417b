using SurveyGap.Web.Features.Accounts;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Mail.Letters;

namespace SurveyGap.Web.Features.Administration;

/// <summary>Sends somebody the link to choose a password. Only where that does not work is it shown: who reads it, can use it.</summary>
public sealed class PasswordHandover(MailSettings settings, SingleMail mail)
{
    /// <summary>Null: it was sent. Otherwise what the administrator has to hand over, and why.</summary>
    public async Task<LinkPage?> Send(AccountLine account, Uri link, CancellationToken cancellation)
    {
        if (settings.Smtp is null)
            return new LinkPage(account, link, Trouble: null);
        var letter = SingleLetter.SetPassword(account.Name, account.Email, account.Language, link, PasswordLink.Validity);
        return (await mail.Send(letter, cancellation)).Trouble is { } trouble ? new LinkPage(account, link, trouble) : null;
    }
}

/// <param name="Account">Whose.</param>
/// <param name="Link">The link, for once.</param>
/// <param name="Trouble">What the mail server said; null if none is configured.</param>
public sealed record LinkPage(AccountLine Account, Uri Link, string? Trouble);
