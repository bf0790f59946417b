namespace SurveyGap.Web.Features.Accounts;

/// <summary>Adds an account that has no password yet, and hands out the link that changes this.</summary>
public sealed class NewAccount(AccountStore accounts, PasswordLink links)
{
    /// <summary>The link by which the person chooses the password; null if the address has an account already.</summary>
    public async Task<Uri?> Add(string email, string name, string language, bool isAdministrator, CancellationToken cancellation)
    {
        var (account, stamp) = (Guid.NewGuid(), PasswordLink.NewStamp());
        return await accounts.Add(account, email, name, language, stamp, isAdministrator, cancellation) ? links.For(account, stamp) : null;
    }

    /// <summary>A new link, which voids the earlier ones; null if the address has no account, or a disabled one.</summary>
    public async Task<Uri?> LinkAgain(string email, CancellationToken cancellation)
    {
        var stamp = PasswordLink.NewStamp();
        return await accounts.VoidLinks(email, stamp, cancellation) is { } account ? links.For(account, stamp) : null;
    }
}
