using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SurveyGap.Web.Platform.Database;

public static class DatabaseRegistration
{
    /// <summary>The database, opened before anything that is registered later starts, and the four scopes.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<AppDatabase>()
            .AddSingleton<DatabaseOpening>()
            .AddHostedService(provider => provider.GetRequiredService<DatabaseOpening>())
            .AddHostedService<DatabaseWatch>()
            .AddSingleton<Transactions>()
            .AddSingleton<ClientScope>()
            .AddSingleton<AccountScope>()
            .AddSingleton<ResolverScope>()
            .AddSingleton<WorkerScope>();
    }
}
