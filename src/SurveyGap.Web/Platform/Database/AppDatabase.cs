using Dapper;
using Npgsql;

namespace SurveyGap.Web.Platform.Database;

/// <summary>The app's way into PostgreSQL: one pool, as the role that owns nothing. Features reach it through the scopes.</summary>
public sealed class AppDatabase : IAsyncDisposable
{
    private const int LargestPool = 30;
    private const int SecondsToWaitForAConnection = 5;

    // Sealed ballots are four kilobytes each: with the usual eight, closing a wave waits for the socket at every other one.
    private const int ReadBuffer = 32 * 1024;

    private NpgsqlDataSource? _source;

    static AppDatabase()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(new UtcTime());
    }

    internal NpgsqlDataSource Source => _source ?? throw new InvalidOperationException("The database is not open yet.");

    /// <summary>Sets where the database is. Nothing connects yet.</summary>
    public void Use(string connectionString)
    {
        NpgsqlConnectionStringBuilder given = new(connectionString);
        _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "surveygap",
            MaxPoolSize = Math.Min(given.MaxPoolSize, LargestPool),
            Timeout = SecondsToWaitForAConnection,
            ReadBufferSize = ReadBuffer,
            // Every setting and lock of ours ends with its transaction (behind a pooler nothing else would work): there is nothing to reset.
            NoResetOnClose = true,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
            await _source.DisposeAsync();
    }
}
