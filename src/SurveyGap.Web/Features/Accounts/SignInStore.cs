using Dapper;
using Npgsql;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Accounts;

/// <summary>Attempts to prove who one is, by password or by code: all count together, and five wrong ones pause the account.</summary>
public sealed class SignInStore(ClientScope scope, TimeProvider clock)
{
    private const int AttemptsUntilLocked = 5;
    private static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    // Counted before the proof is looked at: a hundred guesses at once are a hundred, not one.
    private const string CountSql = """
        update account
        set failed_attempts = case when locked_until <= @now then 1 else failed_attempts + 1 end,
            locked_until    = case when locked_until <= @now then null
                                   when failed_attempts + 1 >= @most then @until end
        where disabled_at is null and password_hash is not null
          and (locked_until is null or locked_until <= @now)
        """;

    private const string BeginByEmailSql = $"{CountSql} and lower(email) = lower(@email) returning {AccountStore.Columns}";

    /// <summary>Counts an attempt; null if there is no such account, it has no password, is disabled or locked.</summary>
    public Task<Account?> Begin(string email, CancellationToken cancellation) => scope.Run(AuditLine.Installation, db =>
        db.QuerySingleOrDefaultAsync<Account>(BeginByEmailSql, new { email, now = Now, until = Now + Lock, most = AttemptsUntilLocked }), cancellation);

    private const string BeginByStampSql = $"{CountSql} and account_id = @account and security_stamp = @stamp returning {AccountStore.Columns}";

    /// <summary>Counts an attempt of somebody whose password was right, or who is signed in; null as above, or if the stamp has changed since.</summary>
    public Task<Account?> Begin(Guid account, string stamp, CancellationToken cancellation) => scope.Run(AuditLine.Installation, db =>
        db.QuerySingleOrDefaultAsync<Account>(BeginByStampSql, new { account, stamp, now = Now, until = Now + Lock, most = AttemptsUntilLocked }), cancellation);

    /// <param name="account">Who was refused.</param>
    /// <param name="what">«sign-in», «code», «password».</param>
    /// <param name="cancellation">Gives up.</param>
    public Task Refuse(Guid account, string what, CancellationToken cancellation) =>
        scope.Run(AuditLine.Installation, db => Note(db, account, $"{what} refused"), cancellation);

    private const string PassSql = """
        update account
        set failed_attempts = greatest(failed_attempts - 1, 0), locked_until = null, password_hash = coalesce(@rehashed, password_hash)
        where account_id = @account
        """;

    /// <summary>The password was right, which does not forgive the wrong attempts before it: a second proof may follow.</summary>
    public Task Pass(Guid account, string? rehashed, CancellationToken cancellation) =>
        scope.Run(AuditLine.Installation, db => db.ExecuteAsync(PassSql, new { account, rehashed }), cancellation);

    private const string CompleteSql = """
        update account
        set failed_attempts = 0, locked_until = null, password_hash = coalesce(@rehashed, password_hash)
        where account_id = @account
        """;

    /// <summary>Forgets the attempts; keeps a stronger hash if there is one.</summary>
    public Task Complete(Guid account, string? rehashed, CancellationToken cancellation) => scope.Run(AuditLine.Installation, async db =>
    {
        await db.ExecuteAsync(CompleteSql, new { account, rehashed });
        await Note(db, account, "sign-in");
    }, cancellation);

    private const string LatestSql = """
        select at, action
        from audit
        where client_id = @client and account_id = @account and action in ('sign-in', 'sign-in refused', 'code refused')
        order by at desc
        limit 8
        """;

    /// <summary>The latest sign-ins and the refused ones, the newest first.</summary>
    public Task<IReadOnlyList<SignInLine>> Latest(Guid account, CancellationToken cancellation) => scope.Run<IReadOnlyList<SignInLine>>(AuditLine.Installation, async db =>
        [.. await db.QueryAsync<SignInLine>(LatestSql, new { client = AuditLine.Installation, account })], cancellation);

    private DateTimeOffset Now => clock.GetUtcNow();

    private Task Note(NpgsqlConnection db, Guid account, string action) =>
        new AuditLine(AuditLine.Installation, account, action, Now).Append(db);
}

/// <summary>A sign-in of the past, or one that was refused.</summary>
public sealed record SignInLine
{
    public required DateTimeOffset At { get; init; }

    public required string Action { get; init; }
}
