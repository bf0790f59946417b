namespace SurveyGap.Web.Features.Accounts;

/// <summary>Adds an account that has no password yet, and hands out the link that changes this.</summary>
public sealed class NewAccount(AccountStore accounts, PasswordLink links)
{
    /// <summary>The account's number, and the link by which the person chooses the password; null if the address has an account already.</summary>
    /// <param name="draft">Who it is.</param>
    /// <param name="by">The administrator; null for the command line.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<(Guid Account, Uri Link)?> Add(AccountDraft draft, Guid? by, CancellationToken cancellation)
    {
        var (account, stamp) = (Guid.NewGuid(), PasswordLink.NewStamp());
        return await accounts.Add(draft, account, stamp, by, cancellation) ? (account, links.For(account, stamp)) : null;
    }

    /// <summary>A new link, which voids the earlier ones and ends the sessions; null if the address has no account, or a disabled one.</summary>
    public async Task<Uri?> LinkAgain(string email, Guid? by, CancellationToken cancellation) =>
        await accounts.VoidLinks(email, PasswordLink.NewStamp(), by, cancellation) is { } account ? links.For(account.AccountId, account.SecurityStamp) : null;
}

/// <summary>An account that is to be.</summary>
/// <param name="Email">The address that the person signs in with.</param>
/// <param name="Name">What the person is called.</param>
/// <param name="Language">Of the screens and mails.</param>
/// <param name="IsAdministrator">Whether the person runs the installation.</param>
public sealed record AccountDraft(string Email, string Name, string Language, bool IsAdministrator);
