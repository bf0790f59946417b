using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace SurveyGap.Web.Platform.Database;

/// <summary>
/// Runs a piece of work as one transaction, and all of it again when the connection or the transaction was lost on the way.
/// A commit whose reply was lost may have happened, so the work must bear running twice.
/// </summary>
public sealed class Transactions(AppDatabase database, TimeProvider clock)
{
    private const int Attempts = 7;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);

    internal Task<T> Run<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation, string? setting = null, Guid value = default) =>
        Retry(connection => RunOnce(connection, work, setting, value, cancellation), cancellation);

    /// <summary>The same for work that is one command: that is a transaction by itself, and costs one round trip in place of three.</summary>
    internal Task<T> RunCommand<T>(Func<NpgsqlConnection, Task<T>> command, CancellationToken cancellation) => Retry(command, cancellation);

    private async Task<T> Retry<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await database.Source.OpenConnectionAsync(cancellation);
                return await work(connection);
            }
            catch (NpgsqlException fault) when (IsWorthAnotherTry(fault) && attempt < Attempts)
            {
                if (IsLostConnection(fault))
                    database.Source.Clear(); // the others in the pool went the same way
                await Task.Delay(Pause(attempt), clock, cancellation);
            }
            catch (NpgsqlException fault) when (IsWorthAnotherTry(fault) || IsAway(fault) || fault.SqlState is PostgresErrorCodes.LockNotAvailable)
            {
                throw new DatabaseUnavailableException("The database did not answer in time.", fault);
            }
        }
    }

    private static async Task<T> RunOnce<T>(
        NpgsqlConnection connection, Func<NpgsqlConnection, Task<T>> work, string? setting, Guid value, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (setting is not null)
            await Set(connection, setting, value, cancellation);
        var result = await work(connection);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    private const string SetSql = "select set_config($1, $2, true)";

    private static async Task Set(NpgsqlConnection connection, string setting, Guid value, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(SetSql, connection)
        {
            Parameters = { new() { Value = setting }, new() { Value = value.ToString() } },
        };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Whether the database is away for now, or has no room for anybody more: later it may be there.</summary>
    internal static bool IsAway(NpgsqlException fault) => IsLostConnection(fault) || fault.InnerException is TimeoutException || LacksResources(fault);

    private static bool IsWorthAnotherTry(NpgsqlException fault) =>
        IsLostConnection(fault) || fault.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    private static bool IsLostConnection(NpgsqlException fault) => fault.SqlState switch
    {
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => true,
        { } state => state.StartsWith("08", StringComparison.Ordinal),
        null => fault.InnerException is IOException or SocketException,
    };

    // The disk is full, the memory, or the server has no connection left.
    private static bool LacksResources(NpgsqlException fault) => fault.SqlState?.StartsWith("53", StringComparison.Ordinal) is true;

    // Doubles each time, between half and all of it, so that those who failed together do not come back together.
    private static TimeSpan Pause(int attempt) =>
        FirstPause * Math.Pow(2, attempt - 1) * (RandomNumberGenerator.GetInt32(500, 1001) / 1000.0);
}
