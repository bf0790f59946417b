using SurveyGap.Web.Platform.EmbeddedPostgres;

namespace SurveyGap.Web.Platform.Database;

/// <summary>
/// Opens the database before anything else starts: the configured one, or the embedded one when none is configured;
/// brings its schema up to date where the owner's way in is known, and closes what it opened when the app is disposed.
/// </summary>
public sealed partial class DatabaseOpening(AppDatabase database, IConfiguration configuration, ILogger<DatabaseOpening> log) : IHostedService, IAsyncDisposable
{
    private PrivatePostgres? _embedded;

    /// <exception cref="SetupException">There is no database, or it is not fit for this program.</exception>
    public Task StartAsync(CancellationToken cancellationToken) => Open(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The same for verbs that start no web server.</summary>
    /// <returns>The steps of the schema that were missing and now are there.</returns>
    public async Task<IReadOnlyList<string>> Open(CancellationToken cancellation)
    {
        var owner = await Find(cancellation);
        return await new SchemaHistory(database).BringUpToDate(owner, cancellation);
    }

    /// <summary>For verbs that take the schema as it is.</summary>
    /// <returns>The owner's way in; null if it is not known.</returns>
    public async Task<string?> Find(CancellationToken cancellation)
    {
        if (configuration.GetConnectionString("SurveyGap") is { Length: > 0 } app)
        {
            database.Use(app);
            return configuration.GetConnectionString("SurveyGapOwner");
        }

        _embedded = await PrivatePostgres.Start(new(configuration["data"] ?? "data")
        {
            Binaries = configuration["Postgres:Binaries"],
            User = configuration["Postgres:User"],
        }, cancellation);
        LogFolder(_embedded.Folder);
        database.Use(_embedded.App.ConnectionString);
        return _embedded.Owner.ConnectionString;
    }

    /// <summary>Whether the database is a server of ours that died.</summary>
    public bool IsDead => _embedded is { IsRunning: false };

    /// <summary>Brings the embedded server back.</summary>
    /// <exception cref="SetupException">It does not start.</exception>
    public async Task Revive(CancellationToken cancellation)
    {
        var before = _embedded!.App.ConnectionString;
        await _embedded.Revive(cancellation);
        if (_embedded.App.ConnectionString != before)
            database.Use(_embedded.App.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        if (_embedded is not null)
            await _embedded.DisposeAsync();
    }

    [LoggerMessage(LogLevel.Information, "PostgreSQL runs in {Folder}")]
    private partial void LogFolder(string folder);
}
