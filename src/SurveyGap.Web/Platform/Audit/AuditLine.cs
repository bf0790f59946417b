using System.Text.Json;
using Dapper;
using Npgsql;

namespace SurveyGap.Web.Platform.Audit;

/// <summary>What somebody did, for those who ask later. Appended in the transaction of the deed itself.</summary>
/// <param name="Client">Whose; <see cref="Installation"/> for what belongs to no client.</param>
/// <param name="By">Who; null for nobody signed in, such as the command line.</param>
/// <param name="Action">What, in the words of the code: «sign-in», «wave closing».</param>
/// <param name="At">When.</param>
public sealed record AuditLine(Guid Client, Actor By, string Action, DateTimeOffset At)
{
    /// <summary>The client under which events of the whole installation stand.</summary>
    public static readonly Guid Installation = Guid.Empty;

    /// <summary>On what: ids and numbers, never a token, an answer or a password.</summary>
    public object Subject { get; init; } = new();

    private const string AppendSql = """
        insert into audit (client_id, audit_id, at, account_id, key_id, action, subject)
        values (@Client, @id, @At, @Account, @Key, @Action, @subject::jsonb)
        """;

    /// <summary>Writes the line. The connection has to be in the scope of the line's client.</summary>
    public Task Append(NpgsqlConnection db) =>
        db.ExecuteAsync(AppendSql, new { Client, By.Account, By.Key, Action, At, id = Guid.NewGuid(), subject = JsonSerializer.Serialize(Subject) });
}
