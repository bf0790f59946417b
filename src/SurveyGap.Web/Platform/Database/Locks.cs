using Dapper;
using Npgsql;

namespace SurveyGap.Web.Platform.Database;

/// <summary>
/// Locks on a thing that has an id. They last until the transaction ends: a lock of the session would belong to nobody behind a pooler.
/// </summary>
internal static class Locks
{
    private const string ShareSql = "select pg_advisory_xact_lock_shared(hashtextextended(@id::text, 0))";

    /// <summary>Together with others who share it, and not while somebody has it alone.</summary>
    public static Task ShareLock(this NpgsqlConnection db, Guid id) => db.ExecuteAsync(ShareSql, new { id });

    private const string BrieflySql = "select set_config('lock_timeout', '2s', true)";

    /// <summary>
    /// From here to the end of the transaction no lock is waited for longer than two seconds: whoever does waits on a connection
    /// that everybody else needs. After that it is a <see cref="DatabaseUnavailableException"/>, and the same may be sent again.
    /// </summary>
    public static Task WaitBriefly(this NpgsqlConnection db) => db.ExecuteAsync(BrieflySql);

    private const string OwnSql = "select pg_advisory_xact_lock(hashtextextended(@id::text, 0))";

    /// <summary>Alone.</summary>
    public static Task OwnLock(this NpgsqlConnection db, Guid id) => db.ExecuteAsync(OwnSql, new { id });
}
