using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using SurveyGap.Web.Platform.Settings;

namespace SurveyGap.Web.Platform.Database;

public static class DatabaseRegistration
{
    /// <summary>The database, opened before anything that is registered later starts, and the four scopes.</summary>
    /// <exception cref="SetupException">The ways in are of no use.</exception>
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        // A misspelt first one would leave the program with a private PostgreSQL, healthy and empty.
        var (app, owner) = (IsSet(configuration, "ConnectionStrings:SurveyGap"), IsSet(configuration, "ConnectionStrings:SurveyGapOwner"));
        if (owner && !app)
            throw new SetupException("ConnectionStrings:SurveyGapOwner is set, but ConnectionStrings:SurveyGap is missing: set both, or neither for a private PostgreSQL.");
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

    private static bool IsSet(IConfiguration configuration, string name) => configuration.Read(
        name, false, "a connection string such as Host=127.0.0.1;Database=surveygap;Username=surveygap_app;Password=…", text => new NpgsqlConnectionStringBuilder(text) is not null, isSecret: true);
}
