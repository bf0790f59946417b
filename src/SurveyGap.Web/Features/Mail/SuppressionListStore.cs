using Dapper;
using Npgsql;

namespace SurveyGap.Web.Features.Mail;

/// <summary>The one way onto the suppression list, as a part of whichever transaction found out.</summary>
internal static class SuppressionListStore
{
    // A study that is gone sends nothing more, and cannot be named.
    private const string SuppressSql = """
        insert into suppression (client_id, suppression_id, address_hash, study_id, reason, created_at)
        select @client, @id, @hash, @study, @reason, @now
        where  exists (select from client where client_id = @client)
          and  (@study is null or exists (select from study where client_id = @client and study_id = @study))
        on conflict do nothing
        """;

    /// <summary>Adds to the list, within a transaction of the client's.</summary>
    public static Task Suppress(this NpgsqlConnection db, Guid client, byte[] hash, Guid? study, string reason, DateTimeOffset now) =>
        db.ExecuteAsync(SuppressSql, new { client, id = Guid.NewGuid(), hash, study, reason, now });
}
