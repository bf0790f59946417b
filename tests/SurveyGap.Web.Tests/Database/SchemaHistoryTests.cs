using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Npgsql;
using SurveyGap.Migrations;
using SurveyGap.Testing;
using SurveyGap.Web.Platform;
using SurveyGap.Web.Platform.Database;
using SurveyGap.Web.Platform.EmbeddedPostgres;

namespace SurveyGap.Web.Tests.Database;

/// <summary>What happens at a start: on an empty server, on one that lacks a step, and on one that keeps commit times.</summary>
public sealed class SchemaHistoryTests : IAsyncLifetime
{
    private readonly string _folder = TestCluster.NewFolder();
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly AppDatabase _database = new();
    private PrivatePostgres _server = null!;

    [Fact]
    public async Task An_empty_database_gets_all_steps_and_the_next_start_none()
    {
        Assert.Equal(Schema.Steps, await BringUpToDate(_server.Owner.ConnectionString));
        Assert.Empty(await BringUpToDate(owner: null));
    }

    [Fact]
    public async Task Two_apps_that_start_together_migrate_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => SchemaContext.Migrate(_server.Owner.ConnectionString, CancellationToken.None)));

        Assert.Empty(await BringUpToDate(owner: null));
    }

    [Fact]
    public async Task Without_the_owners_way_in_the_missing_step_is_named()
    {
        await BringUpToDate(_server.Owner.ConnectionString);
        await using (var owner = await TestDatabase.Connect(_server.Owner.ConnectionString))
            await owner.ExecuteAsync("""delete from migration_history where "MigrationId" = @last""", new { last = Schema.Steps[^1] });

        var fault = await Assert.ThrowsAsync<SetupException>(() => BringUpToDate(owner: null));
        Assert.Contains(Schema.Steps[^1], fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_a_newer_program_has_changed_is_left_alone()
    {
        await BringUpToDate(_server.Owner.ConnectionString);
        await using (var owner = await TestDatabase.Connect(_server.Owner.ConnectionString))
            await owner.ExecuteAsync("""insert into migration_history values ('9999_of_tomorrow', '10.0')""");

        var fault = await Assert.ThrowsAsync<SetupException>(() => BringUpToDate(_server.Owner.ConnectionString));
        Assert.Contains("9999_of_tomorrow", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_keeps_commit_times_is_refused()
    {
        await _server.DisposeAsync();
        await File.AppendAllTextAsync(Path.Combine(_server.Folder, "postgresql.conf"), "track_commit_timestamp = on\n");
        await InitializeAsync();

        var fault = await Assert.ThrowsAsync<SetupException>(() => BringUpToDate(_server.Owner.ConnectionString));
        Assert.Contains("track_commit_timestamp", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_waits_for_a_database_that_is_away_and_a_verb_says_so()
    {
        await _server.DisposeAsync();
        using TestLog log = new();
        await using var opening = Opening(log);

        var fault = await Assert.ThrowsAsync<SetupException>(() => opening.Open(Stop));
        var start = opening.StartAsync(Stop);
        while (!log.Text.Contains("asked again", StringComparison.Ordinal))
            await Task.Delay(20, Stop);
        Assert.False(start.IsCompleted);
        await InitializeAsync();
        await start;

        Assert.Contains("Failed to connect", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"The schema was brought up to date: {string.Join(", ", Schema.Steps)}", log.Text, StringComparison.Ordinal);
        Assert.Empty(await BringUpToDate(owner: null));
    }

    [Fact]
    public async Task A_database_that_does_not_know_the_password_is_not_waited_for()
    {
        using TestLog log = new();
        await using var opening = Opening(log, password: "wrong");

        var fault = await Assert.ThrowsAsync<SetupException>(() => opening.StartAsync(Stop));

        Assert.Contains("password", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_was_never_ours_is_not_backed_up()
    {
        using TestLog log = new();
        await using var opening = Opening(log);

        var fault = await Assert.ThrowsAsync<SetupException>(() => opening.FindExisting(Stop));
        await BringUpToDate(_server.Owner.ConnectionString);

        Assert.StartsWith("There is no SurveyGap database: no step", fault.Message, StringComparison.Ordinal);
        Assert.Equal(_server.Owner.ConnectionString, await opening.FindExisting(Stop));
    }

    private DatabaseOpening Opening(TestLog log, string? password = null)
    {
        var app = new NpgsqlConnectionStringBuilder(_server.App.ConnectionString);
        app.Password = password ?? app.Password;
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:SurveyGap"] = app.ConnectionString,
            ["ConnectionStrings:SurveyGapOwner"] = _server.Owner.ConnectionString,
        });
        return new DatabaseOpening(_database, settings.Build(), TimeProvider.System, LoggerFactory.Create(logs => logs.AddProvider(log)).CreateLogger<DatabaseOpening>());
    }

    public async ValueTask InitializeAsync()
    {
        _server = await PrivatePostgres.Start(TestCluster.Options(_folder), CancellationToken.None);
        _database.Use(_server.App.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<IReadOnlyList<string>> BringUpToDate(string? owner) => new SchemaHistory(_database).BringUpToDate(owner, CancellationToken.None);
}
