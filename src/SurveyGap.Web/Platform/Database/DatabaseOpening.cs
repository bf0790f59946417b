using Npgsql;
using SurveyGap.Web.Platform.EmbeddedPostgres;
using SurveyGap.Web.Platform.Settings;

namespace SurveyGap.Web.Platform.Database;

/// <summary>
/// Opens the database before anything else starts: the configured one, or the embedded one when none is configured;
/// brings its schema up to date where the owner's way in is known, and closes what it opened when the app is disposed.
/// </summary>
public sealed partial class DatabaseOpening(AppDatabase database, IConfiguration configuration, TimeProvider clock, ILogger<DatabaseOpening> log) : IHostedService, IAsyncDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    private PrivatePostgres? _embedded;
    private Task? _start;

    private string Data => configuration.Place("data");

    private string? Configured => configuration.Text("ConnectionStrings:SurveyGap");

    /// <summary>Waits for a database that is away: after an outage nobody can say who is back first.</summary>
    /// <exception cref="SetupException">There is no database, or it is not fit for this program.</exception>
    public Task StartAsync(CancellationToken cancellationToken) => _start ??= Start(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task Start(CancellationToken cancellation)
    {
        var owner = await Find(cancellation);
        for (var isFirst = true; !await IsThere(owner, isFirst, cancellation); isFirst = false)
            await Task.Delay(BetweenTries, clock, cancellation);
    }

    private async Task<bool> IsThere(string? owner, bool isFirst, CancellationToken cancellation)
    {
        try
        {
            if (await Answered(new SchemaHistory(database).BringUpToDate(owner, cancellation), canWait: true) is { Count: > 0 } steps)
                LogSteps(string.Join(", ", steps));
            return true;
        }
        catch (NpgsqlException fault) when (Transactions.IsAway(fault))
        {
            if (isFirst)
                LogAway(fault.Message);
            return false;
        }
    }

    /// <summary>The same for verbs that start no web server.</summary>
    /// <returns>The steps of the schema that were missing and now are there.</returns>
    /// <exception cref="SetupException">The database does not answer, or is not fit for this program.</exception>
    public async Task<IReadOnlyList<string>> Open(CancellationToken cancellation)
    {
        var owner = await Find(cancellation);
        return await Answered(new SchemaHistory(database).BringUpToDate(owner, cancellation));
    }

    private static async Task<T> Answered<T>(Task<T> question, bool canWait = false)
    {
        try
        {
            return await question;
        }
        catch (NpgsqlException fault) when (Refusal(fault) is not null && !(canWait && Transactions.IsAway(fault)))
        {
            throw Refusal(fault)!;
        }
    }

    /// <summary>What there is to say where the database is not to be had at all; null if a fault is another one.</summary>
    internal static SetupException? Refusal(Exception fault) => fault is NpgsqlException database && (IsRefusal(database) || Transactions.IsAway(database))
        ? new($"The database does not let this program in: {fault.Message.TrimEnd('.')}. Look at ConnectionStrings:SurveyGap and SurveyGapOwner.")
        : null;

    // No such role, password or database. Whatever else PostgreSQL objects to is a fault of this program, and keeps its stack.
    private static bool IsRefusal(NpgsqlException fault) =>
        fault.SqlState is PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification;

    /// <summary>For verbs that take the schema as it is.</summary>
    /// <returns>The owner's way in; null if it is not known.</returns>
    public async Task<string?> Find(CancellationToken cancellation)
    {
        if (Configured is { } app)
        {
            database.Use(app);
            return configuration.Text("ConnectionStrings:SurveyGapOwner");
        }

        _embedded = await PrivatePostgres.Start(new(Data)
        {
            Binaries = configuration.Text("Postgres:Binaries"),
            User = configuration.Text("Postgres:User"),
        }, cancellation);
        LogFolder(_embedded.Folder);
        database.Use(_embedded.App.ConnectionString);
        return _embedded.Owner.ConnectionString;
    }

    /// <summary>For verbs that take the schema as it is, and are of no use without one.</summary>
    /// <returns>The owner's way in; null if it is not known.</returns>
    /// <exception cref="SetupException">There is no SurveyGap database.</exception>
    public async Task<string?> FindExisting(CancellationToken cancellation)
    {
        RefuseNewCluster();
        var owner = await Find(cancellation);
        return await Answered(new SchemaHistory(database).Exists(cancellation))
            ? owner
            : throw new SetupException("There is no SurveyGap database: no step of the schema has ever run in this one. Is it the one that was meant?");
    }

    /// <summary>For verbs that are typed anywhere: where no database is configured and none of ours is kept, none is made.</summary>
    /// <exception cref="SetupException">There is no SurveyGap database.</exception>
    public void RefuseNewCluster()
    {
        if (Configured is null && !PrivatePostgres.Exists(Data))
            throw new SetupException($"There is no SurveyGap database: ConnectionStrings:SurveyGap is not set, and {Data} holds none.");
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

    [LoggerMessage(LogLevel.Warning, "The database does not answer yet ({Fault}); it is asked again every second.")]
    private partial void LogAway(string fault);

    [LoggerMessage(LogLevel.Information, "The schema was brought up to date: {Steps}")]
    private partial void LogSteps(string steps);

    [LoggerMessage(LogLevel.Information, "PostgreSQL runs in {Folder}")]
    private partial void LogFolder(string folder);
}
