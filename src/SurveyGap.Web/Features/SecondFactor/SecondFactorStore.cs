using Dapper;
using Npgsql;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.SecondFactor;

/// <summary>What is kept of second factors: a sealed secret, the step that was used last, hashes of the codes that are left.</summary>
public sealed class SecondFactorStore(ClientScope scope, TimeProvider clock)
{
    private const string SecretSql = "select totp_secret from account where account_id = @account and disabled_at is null";

    /// <summary>The sealed secret; null if there is none.</summary>
    public Task<byte[]?> Secret(Guid account, CancellationToken cancellation) =>
        scope.Run(AuditLine.Installation, db => db.QuerySingleOrDefaultAsync<byte[]?>(SecretSql, new { account }), cancellation);

    private const string UseStepSql = """
        update account
        set totp_step = @step
        where account_id = @account and totp_secret is not null and (totp_step is null or totp_step < @step)
        """;

    /// <summary>Uses up the code of a step; false if it, or a later one, was used before.</summary>
    public Task<bool> UseStep(Guid account, long step, CancellationToken cancellation) => scope.Run(AuditLine.Installation, async db =>
        await db.ExecuteAsync(UseStepSql, new { account, step }) == 1, cancellation);

    private const string UseCodeSql = "delete from recovery_code where account_id = @account and code_hash = @hash";

    /// <summary>Uses up a recovery code; false if it is none, or was used before.</summary>
    public Task<bool> UseCode(Guid account, byte[] hash, CancellationToken cancellation) => scope.Run(AuditLine.Installation, async db =>
    {
        if (await db.ExecuteAsync(UseCodeSql, new { account, hash }) == 0)
            return false;
        await Note(db, account, account, "recovery code used");
        return true;
    }, cancellation);

    private const string CodesLeftSql = "select count(*)::int from recovery_code where account_id = @account";

    public Task<int> CodesLeft(Guid account, CancellationToken cancellation) =>
        scope.Run(AuditLine.Installation, db => db.ExecuteScalarAsync<int>(CodesLeftSql, new { account }), cancellation);

    private const string TurnOnSql = """
        update account
        set totp_secret = @secret, totp_step = @step, security_stamp = @stamp
        where account_id = @account and security_stamp = @known and totp_secret is null
        """;

    /// <summary>Keeps the secret and the codes, under a new stamp; false if the account has changed meanwhile.</summary>
    public Task<bool> TurnOn(NewSecondFactor factor, string known, string stamp, CancellationToken cancellation) => scope.Run(AuditLine.Installation, async db =>
    {
        var (account, secret, step) = (factor.Account, factor.Secret, factor.Step);
        if (await db.ExecuteAsync(TurnOnSql, new { account, secret, step, known, stamp }) == 0)
            return false;
        await ReplaceCodes(db, account, factor.CodeHashes);
        await Note(db, account, account, "second factor on");
        return true;
    }, cancellation);

    /// <summary>Other codes; the earlier ones are worth nothing any more.</summary>
    public Task RenewCodes(Guid account, byte[][] hashes, CancellationToken cancellation) => scope.Run(AuditLine.Installation, async db =>
    {
        await ReplaceCodes(db, account, hashes);
        await Note(db, account, account, "recovery codes renewed");
    }, cancellation);

    private const string TurnOffSql = """
        update account
        set totp_secret = null, totp_step = null, security_stamp = @stamp
        where account_id = @account and totp_secret is not null
        """;

    /// <summary>Forgets secret and codes, under a new stamp; false if there was no second factor.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="by">Who does it: the person, or an administrator for somebody who has lost phone and codes.</param>
    /// <param name="stamp">The new stamp.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<bool> TurnOff(Guid account, Guid by, string stamp, CancellationToken cancellation) => scope.Run(AuditLine.Installation, async db =>
    {
        if (await db.ExecuteAsync(TurnOffSql, new { account, stamp }) == 0)
            return false;
        await db.ExecuteAsync(DropCodesSql, new { account });
        await Note(db, account, by, account == by ? "second factor off" : "second factor reset");
        return true;
    }, cancellation);

    private const string DropCodesSql = "delete from recovery_code where account_id = @account";
    private const string AddCodesSql = "insert into recovery_code (account_id, code_hash) select @account, unnest(@hashes)";

    private static async Task ReplaceCodes(NpgsqlConnection db, Guid account, byte[][] hashes)
    {
        await db.ExecuteAsync(DropCodesSql, new { account });
        await db.ExecuteAsync(AddCodesSql, new { account, hashes });
    }

    private Task Note(NpgsqlConnection db, Guid account, Guid by, string action) =>
        new AuditLine(AuditLine.Installation, by, action, clock.GetUtcNow()) { Subject = new { account } }.Append(db);
}

/// <summary>A second factor that has proved itself once.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Secret">Sealed.</param>
/// <param name="Step">In which it proved itself.</param>
/// <param name="CodeHashes">Of its recovery codes.</param>
public sealed record NewSecondFactor(Guid Account, byte[] Secret, long Step, byte[][] CodeHashes);
