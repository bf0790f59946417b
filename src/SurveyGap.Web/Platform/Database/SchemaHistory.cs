using Npgsql;
using SurveyGap.Migrations;

namespace SurveyGap.Web.Platform.Database;

/// <summary>Compares what the database has been through with what this program knows: one query, and EF Core only when a step is missing.</summary>
internal sealed class SchemaHistory(AppDatabase database)
{
    /// <returns>The steps that were missing.</returns>
    /// <exception cref="SetupException">
    /// Steps are missing and the owner's way in is not known, a newer program has been here, or the server keeps commit times.
    /// </exception>
    public async Task<IReadOnlyList<string>> BringUpToDate(string? owner, CancellationToken cancellation)
    {
        var missing = await Missing(cancellation);
        if (missing.Count == 0)
            return missing;
        if (owner is null)
            throw new SetupException($"The database lacks {missing.Count} steps of the schema, the first is {missing[0]}. Name its owner in ConnectionStrings:SurveyGapOwner and run «migrate».");

        await SchemaContext.Migrate(owner, cancellation);
        return [.. missing.Except(await Missing(cancellation))];
    }

    private const string ExistsSql = $"select to_regclass('{Schema.HistoryTable}') is not null";

    /// <summary>Whether any step of ours has run in this database.</summary>
    public async Task<bool> Exists(CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(ExistsSql);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private const string HistorySql = $"""
        select current_setting('track_commit_timestamp') = 'on', array(select "MigrationId" from {Schema.HistoryTable})
        """;

    private async Task<IReadOnlyList<string>> Missing(CancellationToken cancellation)
    {
        try
        {
            await using var command = database.Source.CreateCommand(HistorySql);
            await using var row = await command.ExecuteReaderAsync(cancellation);
            await row.ReadAsync(cancellation);
            // With it anybody could read when each ballot was cast.
            if (row.GetBoolean(0))
                throw new SetupException("PostgreSQL runs with track_commit_timestamp = on, which tells when each answer came. Switch it off.");
            var history = await row.GetFieldValueAsync<string[]>(1, cancellation);
            if (history.Except(Schema.Steps).Order(StringComparer.Ordinal).ToList() is [var unknown, ..])
                throw new SetupException($"The database is of a newer program: its schema has the step {unknown}, which this one does not know. Start the newer program, or restore the backup from before the upgrade.");
            return [.. Schema.Steps.Except(history)];
        }
        catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.UndefinedTable)
        {
            return Schema.Steps;
        }
    }
}
