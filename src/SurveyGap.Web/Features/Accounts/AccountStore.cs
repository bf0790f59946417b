using Dapper;
using Npgsql;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Accounts;

/// <summary>Accounts belong to no client: their deeds are audited under the installation.</summary>
public sealed class AccountStore(ClientScope scope, TimeProvider clock)
{
    internal const string Columns = "account_id, email, name, language, password_hash, security_stamp, totp_secret is not null as has_second_factor";

    private const string EndSessionsSql = "update account set security_stamp = @stamp where account_id = @account";

    /// <summary>With another stamp, no session is valid any more, and no set-password link.</summary>
    public Task EndSessions(Guid account, string stamp, string action, CancellationToken cancellation) => scope.Run(AuditLine.Installation, async db =>
    {
        await db.ExecuteAsync(EndSessionsSql, new { account, stamp });
        await Note(db, account, action);
    }, cancellation);

    private const string FindSql = $"""
        select {Columns}
        from account
        where account_id = @account and disabled_at is null
        """;

    public Task<Account?> Find(Guid account, CancellationToken cancellation) => scope.Run(AuditLine.Installation, db =>
        db.QuerySingleOrDefaultAsync<Account>(FindSql, new { account }), cancellation);

    private const string SetLanguageSql = $"""
        update account
        set language = @language
        where account_id = @account and disabled_at is null
        returning {Columns}
        """;

    public Task<Account?> SetLanguage(Guid account, string language, CancellationToken cancellation) => scope.Run(AuditLine.Installation, db =>
        db.QuerySingleOrDefaultAsync<Account>(SetLanguageSql, new { account, language }), cancellation);

    private const string SetPasswordSql = """
        update account
        set password_hash = @hash, security_stamp = @stamp, failed_attempts = 0, locked_until = null
        where account_id = @account and security_stamp = @known and disabled_at is null
        """;

    /// <summary>Sets the password if the stamp is still the known one; false if somebody was faster.</summary>
    public Task<bool> SetPassword(Guid account, string known, string hash, string stamp, CancellationToken cancellation) => scope.Run(AuditLine.Installation, async db =>
    {
        if (await db.ExecuteAsync(SetPasswordSql, new { account, known, hash, stamp }) == 0)
            return false;
        await Note(db, account, "password set");
        return true;
    }, cancellation);

    private const string AddSql = """
        insert into account (account_id, email, name, security_stamp, language, is_administrator, created_at)
        values (@account, @email, @name, @stamp, @language, @isAdministrator, @now)
        on conflict do nothing
        """;

    /// <summary>Adds an account without a password; false if the address has one already.</summary>
    public Task<bool> Add(AccountDraft draft, Guid account, string stamp, Guid? by, CancellationToken cancellation) => scope.Run(AuditLine.Installation, async db =>
    {
        var (email, name, language, isAdministrator) = draft;
        if (await db.ExecuteAsync(AddSql, new { account, email, name, stamp, language, isAdministrator, now = Now }) == 0)
            return false;
        await Note(db, by, isAdministrator ? "administrator added" : "account added", account);
        return true;
    }, cancellation);

    private const string VoidLinksSql = $"""
        update account
        set security_stamp = @stamp
        where lower(email) = lower(@email) and disabled_at is null
        returning {Columns}
        """;

    /// <summary>Gives an account the stamp of its next set-password link; null if there is none that is enabled.</summary>
    public Task<Account?> VoidLinks(string email, string stamp, Guid? by, CancellationToken cancellation) => scope.Run(AuditLine.Installation, async db =>
    {
        var account = await db.QuerySingleOrDefaultAsync<Account>(VoidLinksSql, new { email, stamp });
        if (account is not null)
            await Note(db, by, "password link renewed", account.AccountId);
        return account;
    }, cancellation);

    private static readonly TimeSpan BetweenLinks = TimeSpan.FromMinutes(5);

    private const string AskForLinkSql = $"""
        update account
        set link_mailed_at = @now
        where lower(email) = lower(@email) and disabled_at is null and (link_mailed_at is null or link_mailed_at <= @before)
        returning {Columns}
        """;

    /// <summary>Whom to send a link; null if nobody has this address, or got one a moment ago.</summary>
    public Task<Account?> AskForLink(string email, CancellationToken cancellation) => scope.Run(AuditLine.Installation, async db =>
    {
        var account = await db.QuerySingleOrDefaultAsync<Account>(AskForLinkSql, new { email, now = Now, before = Now - BetweenLinks });
        if (account is not null)
            await Note(db, account.AccountId, "password link asked for");
        return account;
    }, cancellation);

    private DateTimeOffset Now => clock.GetUtcNow();

    private Task Note(NpgsqlConnection db, Guid account, string action) => Note(db, account, action, account);

    private Task Note(NpgsqlConnection db, Guid? by, string action, Guid account) =>
        new AuditLine(AuditLine.Installation, by, action, Now) { Subject = by == account ? new { } : new { account } }.Append(db);
}
