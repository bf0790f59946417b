using Dapper;
using Npgsql;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Administration;

/// <summary>
/// What administrators do to accounts of others. Not to their own, and one after the other: so there is always one left.
/// </summary>
public sealed class AccountControlStore(ClientScope scope, TimeProvider clock)
{
    private const string MaySql =
        "select @account <> @by and exists (select from account where account_id = @by and is_administrator and disabled_at is null)";

    private const string DisableSql =
        "update account set disabled_at = @now, security_stamp = @stamp where account_id = @account and disabled_at is null";

    /// <summary>Disables an account: its sessions end, its links are void.</summary>
    public Task Disable(Guid account, string stamp, Guid by, CancellationToken cancellation) =>
        Change(account, by, "account disabled", db => db.ExecuteAsync(DisableSql, new { account, stamp, now = clock.GetUtcNow() }), cancellation);

    private const string EnableSql = """
        update account
        set disabled_at = null, failed_attempts = 0, locked_until = null
        where account_id = @account and disabled_at is not null
        """;

    public Task Enable(Guid account, Guid by, CancellationToken cancellation) =>
        Change(account, by, "account enabled", db => db.ExecuteAsync(EnableSql, new { account }), cancellation);

    private const string PromoteSql =
        "update account set is_administrator = @isAdministrator where account_id = @account and is_administrator <> @isAdministrator";

    public Task Promote(Guid account, bool isAdministrator, Guid by, CancellationToken cancellation) => Change(
        account, by, isAdministrator ? "administrator made" : "administrator ended", db => db.ExecuteAsync(PromoteSql, new { account, isAdministrator }), cancellation);

    private Task Change(Guid account, Guid by, string action, Func<NpgsqlConnection, Task<int>> update, CancellationToken cancellation) => scope.Run(AuditLine.Installation, async db =>
    {
        await db.OwnLock(AuditLine.Installation);
        if (await db.ExecuteScalarAsync<bool>(MaySql, new { account, by }) && await update(db) > 0)
            await new AuditLine(AuditLine.Installation, by, action, clock.GetUtcNow()) { Subject = new { account } }.Append(db);
    }, cancellation);
}
