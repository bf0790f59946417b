using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Platform.Health;

/// <summary>The database answers, and this instance is not about to stop.</summary>
internal sealed class Readiness(AppDatabase database, IHostApplicationLifetime lifetime) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return HealthCheckResult.Unhealthy("stopping");

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await using var command = database.Source.CreateCommand("select");
            await command.ExecuteNonQueryAsync(patience.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (fault is NpgsqlException or OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
