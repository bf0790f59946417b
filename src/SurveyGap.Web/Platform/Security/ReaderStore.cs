using Dapper;
using Npgsql;

namespace SurveyGap.Web.Platform.Security;

/// <summary>A client for whoever reads it without an account: by a link, or by a program's key.</summary>
internal static class ReaderStore
{
    private const string ClientSql = """
        select client_id as id, name, color as colour, locale, time_zone, is_demo, false as has_logo, archived_at is not null as is_archived, 1 as role
        from client
        where client_id = @client
        """;

    /// <summary>The client as a reader sees it, within its scope.</summary>
    public static Task<CurrentClient> ReadClient(this NpgsqlConnection db, Guid client) => db.QuerySingleAsync<CurrentClient>(ClientSql, new { client });
}
