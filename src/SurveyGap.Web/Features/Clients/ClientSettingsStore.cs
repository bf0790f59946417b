using Dapper;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Clients;

/// <summary>What a client is called, looks like and says about itself.</summary>
public sealed class ClientSettingsStore(ClientScope scope, TimeProvider clock)
{
    // A mirror's blue, until somebody sets the client's own.
    private const string AddSql = """
        insert into client (client_id, name, color, created_at)
        values (@client, @name, '#1f6683', @now)
        """;

    public Task Add(Guid client, string name, Guid by, CancellationToken cancellation) => scope.Run(client, async db =>
    {
        await db.ExecuteAsync(AddSql, new { client, name, now = clock.GetUtcNow() });
        await new AuditLine(client, by, "client created", clock.GetUtcNow()) { Subject = new { name } }.Append(db);
    }, cancellation);
}
