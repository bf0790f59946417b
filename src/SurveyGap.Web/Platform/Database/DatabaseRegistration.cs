using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SurveyGap.Web.Platform.Database;

public static class DatabaseRegistration
{
    /// <summary>The four scopes; they work once the database is open.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<AppDatabase>()
            .AddSingleton<Transactions>()
            .AddSingleton<ClientScope>()
            .AddSingleton<AccountScope>()
            .AddSingleton<ResolverScope>()
            .AddSingleton<WorkerScope>();
    }
}
