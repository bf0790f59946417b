using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations;

/// <summary>Gives EF Core's migrator a connection and a history table. There is no model: the SQL is the truth.</summary>
public sealed class SchemaContext(DbContextOptions<SchemaContext> options) : DbContext(options)
{
    /// <summary>Brings the database up to the last step; the migrator holds a lock, so that two instances may start at once.</summary>
    public static async Task Migrate(string ownerConnectionString, CancellationToken cancellation)
    {
        var options = new DbContextOptionsBuilder<SchemaContext>()
            .UseNpgsql(ownerConnectionString, npgsql => npgsql.MigrationsHistoryTable(Schema.HistoryTable))
            .Options;
        await using var context = new SchemaContext(options);
        await context.Database.MigrateAsync(cancellation);
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
