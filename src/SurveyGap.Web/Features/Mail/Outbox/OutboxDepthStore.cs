using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Mail.Outbox;

/// <summary>How many mails wait, over all clients.</summary>
public sealed class OutboxDepthStore(WorkerScope worker)
{
    private const string DepthSql = "select outbox_depth()";

    public Task<long> Read(CancellationToken cancellation) =>
        worker.Run(db => db.ExecuteScalarAsync<long>(DepthSql), cancellation);
}
