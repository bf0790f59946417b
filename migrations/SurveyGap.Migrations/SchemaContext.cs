using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace SurveyGap.Migrations;

/// <summary>Gives EF Core's migrator a connection and a history table. There is no model: the SQL is the truth.</summary>
public sealed class SchemaContext(DbContextOptions<SchemaContext> options) : DbContext(options)
{
    // Any number serves, as long as nothing else in the database uses it.
    private const string LockSql = "select pg_advisory_xact_lock(5310427)";

    /// <summary>Brings the database up to the last step, or to <paramref name="target"/>; two instances that start at once take turns.</summary>
    public static async Task Migrate(string ownerConnectionString, CancellationToken cancellation, string? target = null)
    {
        // The migrator's own lock is on its history table, and comes too late on an empty database.
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(cancellation);
        await using var turn = await connection.BeginTransactionAsync(cancellation);
        await using var command = new NpgsqlCommand(LockSql, connection);
        await command.ExecuteNonQueryAsync(cancellation);

        var options = new DbContextOptionsBuilder<SchemaContext>()
            .UseNpgsql(ownerConnectionString, npgsql => npgsql.MigrationsHistoryTable(Schema.HistoryTable))
            .ReplaceService<IMigrationsIdGenerator, StepIds>()
            .Options;
        await using var context = new SchemaContext(options);
        await context.Database.MigrateAsync(target, cancellation);
    }
}

/// <summary>A step of the schema's history: its SQL, and no way back but a next step.</summary>
public abstract class Step : Migration
{
    protected abstract string Sql { get; }

    protected sealed override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql(Sql);
    }
}
