using System.Diagnostics;
using Dapper;
using Npgsql;
using SurveyGap.Testing;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Tests.Database;

/// <summary>What is lost on the way is run again, all of it; what fails for a reason is not.</summary>
public sealed class TransactionsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string AddSql = "insert into study (client_id, study_id, name, languages, created_at) values (@client, gen_random_uuid(), 'Service', '{de}', now())";
    private const string CountSql = "select count(*) from study where client_id = @client";

    [Theory]
    [InlineData("57P01")]
    [InlineData("08006")]
    [InlineData("40001")]
    [InlineData("40P01")]
    public async Task Work_runs_again_whole_and_once(string state)
    {
        var client = await Seed.Client(database.Client);
        var runs = 0;

        await database.Client.Run(client, async db =>
        {
            await db.ExecuteAsync(AddSql, new { client });
            if (++runs < 3)
                await db.ExecuteAsync($"do $$ begin raise exception 'lost' using errcode = '{state}'; end $$");
        }, TestContext.Current.CancellationToken);

        Assert.Equal(3, runs);
        Assert.Equal(2, await database.Client.Run(client, db => db.ExecuteScalarAsync<int>(CountSql, new { client })));
    }

    [Fact]
    public async Task Killed_connections_are_replaced()
    {
        var client = await Seed.Client(database.Client);
        var runs = 0;

        await database.Client.Run(client, async db =>
        {
            await db.ExecuteAsync(AddSql, new { client });
            if (++runs == 1)
                await KillAllConnections();
            await db.ExecuteAsync("select 1");
        }, TestContext.Current.CancellationToken);

        Assert.Equal(2, runs);
        Assert.Equal(2, await database.Client.Run(client, db => db.ExecuteScalarAsync<int>(CountSql, new { client })));
    }

    [Fact]
    public async Task A_broken_rule_is_not_tried_again()
    {
        var runs = 0;
        var fault = await Assert.ThrowsAsync<PostgresException>(() => database.Worker.Run(db =>
        {
            runs++;
            return db.ExecuteScalarAsync<int>("select 1 / 0");
        }));

        Assert.Equal(1, runs);
        Assert.Equal("22012", fault.SqlState);
    }

    [Theory]
    [InlineData("53100")] // the disk is full
    [InlineData("53300")] // too many connections
    public async Task A_server_that_lacks_something_is_unavailable(string state) =>
        await Assert.ThrowsAsync<DatabaseUnavailableException>(() =>
            database.Worker.Run(db => db.ExecuteAsync($"do $$ begin raise exception 'lacking' using errcode = '{state}'; end $$")));

    [Fact]
    public async Task A_smaller_pool_stays_as_small_as_it_is_named()
    {
        await using var small = new AppDatabase();
        small.Use(new NpgsqlConnectionStringBuilder(database.App) { MaxPoolSize = 5 }.ConnectionString);
        await using var usual = new AppDatabase();
        usual.Use(database.App);

        Assert.Equal((5, 30), (PoolOf(small), PoolOf(usual)));

        static int PoolOf(AppDatabase database) => new NpgsqlConnectionStringBuilder(database.Source.ConnectionString).MaxPoolSize;
    }

    [Fact]
    public async Task What_failed_left_nothing()
    {
        var client = await Seed.Client(database.Client);
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Client.Run(client, async db =>
        {
            await db.ExecuteAsync(AddSql, new { client });
            throw new InvalidOperationException("The work went wrong.");
        }));

        Assert.Equal(1, await database.Client.Run(client, db => db.ExecuteScalarAsync<int>(CountSql, new { client })));
    }

    [Fact]
    public async Task When_no_connection_comes_free_the_caller_hears_it_in_five_seconds()
    {
        var release = new TaskCompletionSource();
        var held = Enumerable.Range(0, 30).Select(_ => database.Worker.Run(async db =>
        {
            await release.Task;
            return 0;
        }, TestContext.Current.CancellationToken)).ToList();

        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => database.Worker.Run(db => db.ExecuteScalarAsync<int>("select 1")));
        Assert.InRange(watch.Elapsed.TotalSeconds, 4, 10);

        release.SetResult();
        await Task.WhenAll(held);
    }

    [Fact]
    public async Task A_database_that_is_gone_is_unavailable()
    {
        await using var nowhere = new AppDatabase();
        nowhere.Use(new NpgsqlConnectionStringBuilder(database.App) { Host = "127.0.0.1", Port = 1 }.ConnectionString);

        await Assert.ThrowsAsync<DatabaseUnavailableException>(() =>
            new WorkerScope(new Transactions(nowhere, TimeProvider.System)).Run(db => db.ExecuteScalarAsync<int>("select 1")));
    }

    [Fact]
    public async Task Times_are_read_as_universal_time_and_written_from_any_offset()
    {
        var noon = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(2));
        var (read, none) = await database.Worker.Run(async db =>
        {
            var row = await db.QuerySingleAsync<TimeRow>("select @noon as at, null::timestamptz as never", new { noon });
            return (row.At, row.Never);
        });

        Assert.Equal((noon, TimeSpan.Zero), (read, read.Offset));
        Assert.Null(none);
    }

    private sealed record TimeRow
    {
        public required DateTimeOffset At { get; init; }
        public required DateTimeOffset? Never { get; init; }
    }

    private async Task KillAllConnections()
    {
        // As the same role: a role may end its own sessions.
        await using var app = await TestDatabase.Connect(database.App);
        await app.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
    }
}
