using Dapper;
using Npgsql;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Database;

/// <summary>Through the app's own role: nothing without a tenant, and with one only its own, in every table that has a client_id.</summary>
public sealed class TenantTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string TablesSql = """
        select c.relname
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        """;

    [Fact]
    public async Task Nothing_is_seen_without_a_tenant()
    {
        await Seed.Client(database.Client);
        await using var app = await TestDatabase.Connect(database.App);

        await ForEachTable(app, async table =>
            Assert.Equal(0, await app.ExecuteScalarAsync<long>($"select count(*) from {table}")));
    }

    [Fact]
    public async Task Nothing_is_seen_after_a_tenants_transaction()
    {
        var ana = await Seed.Client(database.Client);
        await using var app = await TestDatabase.Connect(database.App);
        await using (var transaction = await app.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await app.ExecuteAsync("select set_config('app.client', @ana::text, true)", new { ana });
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        await ForEachTable(app, async table =>
            Assert.Equal(0, await app.ExecuteScalarAsync<long>($"select count(*) from {table}")));
    }

    [Fact]
    public async Task A_tenant_sees_its_own_rows_and_no_others_in_every_table()
    {
        var (ana, cleo) = (await Seed.Client(database.Client), await Seed.Client(database.Client));
        foreach (var client in new[] { ana, cleo })
        {
            await database.Client.Run(client, async db => await ForEachTable(db, async table =>
                Assert.Equal([client], await db.QueryAsync<Guid>($"select client_id from {table}"))));
        }
    }

    [Fact]
    public async Task A_tenant_cannot_write_for_another()
    {
        var (ana, cleo) = (await Seed.Client(database.Client), await Seed.Client(database.Client));
        await database.Client.Run(ana, async db => await ForEachTable(db, async table =>
        {
            var columns = await db.QuerySingleAsync<string>(
                "select string_agg(quote_ident(attname), ', ') from pg_attribute where attrelid = @table::regclass and attnum > 0 and attname <> 'client_id'", new { table });
            await using var undone = await Savepoint(db);
            var fault = await Assert.ThrowsAsync<PostgresException>(() =>
                db.ExecuteAsync($"insert into {table} (client_id, {columns}) select @cleo, {columns} from {table}", new { cleo }));
            Assert.Equal("42501", fault.SqlState);
        }));
    }

    [Theory]
    [InlineData("update audit set action = 'nothing'")]
    [InlineData("delete from audit")]
    [InlineData("truncate audit")]
    [InlineData("update release set counts = '{}'")]
    [InlineData("delete from release")]
    [InlineData("update ballot set sealed = ''")]
    [InlineData("update response set answers = ''")]
    [InlineData("delete from account")]
    [InlineData("set role surveygap_resolver")]
    [InlineData("create table mine (n int)")]
    [InlineData("alter table ballot disable row level security")]
    [InlineData("delete from migration_history")]
    public async Task The_apps_role_may_not(string statement)
    {
        var fault = await Assert.ThrowsAsync<PostgresException>(() => database.Client.Run(Guid.NewGuid(), db => db.ExecuteAsync(statement)));

        Assert.Equal("42501", fault.SqlState);
    }

    [Fact]
    public async Task An_account_sees_its_memberships_and_their_clients()
    {
        var (ana, cleo) = (await Seed.Client(database.Client), await Seed.Client(database.Client));

        await database.Account.Run(ana, async db =>
        {
            Assert.Equal([ana], await db.QueryAsync<Guid>("select client_id from membership"));
            Assert.Equal([ana], await db.QueryAsync<Guid>("select client_id from client"));
            Assert.Empty(await db.QueryAsync<Guid>("select client_id from wave"));
        });
        await database.Account.Run(async db => Assert.Empty(await db.QueryAsync<Guid>("select client_id from client where client_id = @cleo", new { cleo })));
    }

    [Fact]
    public async Task An_administrator_sees_all_clients_until_disabled()
    {
        var (ana, cleo) = (await Seed.Client(database.Client), await Seed.Client(database.Client));
        var clients = () => database.Account.Run(ana, db => db.QueryAsync<Guid>("select client_id from client"));

        await database.Account.Run(ana, db => db.ExecuteAsync("update account set is_administrator = true where account_id = @ana", new { ana }));
        Assert.Contains(cleo, await clients());

        await database.Account.Run(ana, db => db.ExecuteAsync("update account set disabled_at = now() where account_id = @ana", new { ana }));
        Assert.DoesNotContain(cleo, await clients());
    }

    [Fact]
    public async Task A_link_is_resolved_before_a_tenant_is_known()
    {
        var ana = await Seed.Client(database.Client);
        const string sql = "select client_id from resolve_invitation(sha256(uuid_send(@ana)))";

        Assert.Equal([ana], await database.Resolver.Run(db => db.QueryAsync<Guid>(sql, new { ana })));
        await database.Client.Run(ana, db => db.ExecuteAsync("update invitation set revoked_at = now()"));
        Assert.Empty(await database.Resolver.Run(db => db.QueryAsync<Guid>(sql, new { ana })));
    }

    [Fact]
    public async Task A_worker_finds_what_is_due_at_any_client()
    {
        var (ana, cleo) = (await Seed.Client(database.Client), await Seed.Client(database.Client));
        var due = await database.Worker.Run(db => db.QueryAsync<Guid>("select client_id from due_mail(now(), 1000)"));

        Assert.Superset(new HashSet<Guid> { ana, cleo }, due.ToHashSet());
    }

    private static async Task ForEachTable(NpgsqlConnection db, Func<string, Task> check)
    {
        var tables = (await db.QueryAsync<string>(TablesSql)).ToList();
        Assert.NotEmpty(tables);
        foreach (var table in tables)
            await check(table);
    }

    private static async Task<IAsyncDisposable> Savepoint(NpgsqlConnection db)
    {
        await db.ExecuteAsync("savepoint here");
        return new Rollback(db);
    }

    private sealed class Rollback(NpgsqlConnection db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await db.ExecuteAsync("rollback to here");
    }
}
