using System.Diagnostics;
using Dapper;
using Npgsql;
using SurveyGap.Testing;
using SurveyGap.Web.Platform;
using SurveyGap.Web.Platform.EmbeddedPostgres;

namespace SurveyGap.Web.Tests.Platform;

/// <summary>The embedded server in good days and after crashes. Each test has a data folder of its own.</summary>
public sealed class PrivatePostgresTests : IAsyncLifetime
{
    private readonly string _folder = TestCluster.NewFolder();
    private readonly List<PrivatePostgres> _started = [];

    [Fact]
    public async Task The_second_start_finds_what_the_first_left_in_less_time()
    {
        var watch = Stopwatch.StartNew();
        var first = await Start();
        var creation = watch.Elapsed;
        await Execute(first, "create table kept (n int)");
        await first.DisposeAsync();
        Assert.Null(Postmaster.Read(first.Folder));

        watch.Restart();
        var second = await Start();
        Assert.True(watch.Elapsed < creation);
        await Execute(second, "select n from kept");
    }

    [Fact]
    public async Task Nobody_comes_in_without_the_password_and_the_superuser_not_at_all()
    {
        var server = await Start();
        var owner = await Query<(bool Super, bool Bypass, bool CreateRole)>(server, "select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user");

        Assert.Equal((false, false, true), owner);
        await Assert.ThrowsAsync<PostgresException>(() => Connect(new(server.App.ConnectionString) { Password = "guessed" }));
        await Assert.ThrowsAsync<PostgresException>(() => Connect(new(server.App.ConnectionString) { Username = "postgres" }));
        Assert.Equal("scram-sha-256", await Query<string>(server, "show password_encryption"));
    }

    [Fact]
    public async Task Only_its_user_reads_the_passwords_and_the_data()
    {
        var server = await Start();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(Path.Combine(_folder, "postgres", "passwords.json")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, Mode(server.Folder));
    }

    [Fact]
    public async Task A_server_that_outlived_its_app_is_adopted_and_the_last_who_leaves_stops_it()
    {
        var first = await Start();
        var process = Postmaster.Read(first.Folder)!.ProcessId;
        var second = await Start();
        Assert.Equal(process, Postmaster.Read(second.Folder)!.ProcessId);

        await first.DisposeAsync();
        await Execute(second, "select 1");
        await second.DisposeAsync();
        Assert.Null(Postmaster.Read(second.Folder));
    }

    [Fact]
    public async Task Two_apps_that_start_together_share_one_server()
    {
        var servers = await Task.WhenAll(Start(), Start());

        Assert.Equal(servers[0].App.ConnectionString, servers[1].App.ConnectionString);
        await Execute(servers[1], "select 1");
    }

    [Fact]
    public async Task A_killed_server_is_started_again()
    {
        var server = await Start();
        await Execute(server, "create table kept (n int)");
        Process.GetProcessById(Postmaster.Read(server.Folder)!.ProcessId).Kill();

        await Execute(await Start(), "select n from kept");
    }

    [Fact]
    public async Task A_server_killed_under_a_living_app_is_revived_where_it_was()
    {
        var server = await Start();
        await Execute(server, "create table kept (n int)");
        Assert.True(server.IsRunning);
        Process.GetProcessById(Postmaster.Read(server.Folder)!.ProcessId).Kill();
        while (server.IsRunning)
            await Task.Delay(10, TestContext.Current.CancellationToken);

        await server.Revive(CancellationToken.None);

        Assert.True(server.IsRunning);
        await Execute(server, "select n from kept");
    }

    [Fact]
    public async Task A_pid_file_whose_number_now_is_somebody_elses_does_not_hinder()
    {
        var server = await Start();
        await server.DisposeAsync();
        await File.WriteAllTextAsync(Postmaster.PidFile(server.Folder), $"{Environment.ProcessId}\n{server.Folder}\n1\n5432\n{server.Folder}\n\n  1 1\nready\n");

        await Execute(await Start(), "select 1");
    }

    [Fact]
    public async Task A_creation_that_was_cut_off_begins_again()
    {
        var complete = await Start();
        await complete.DisposeAsync();
        Directory.Delete(complete.Folder, recursive: true);
        Directory.CreateDirectory(Path.Combine(_folder, "postgres", $"{Path.GetFileName(complete.Folder)}.new", "base"));

        await Execute(await Start(), "select 1");
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_gets_a_loopback_port()
    {
        var server = await PrivatePostgres.Start(TestCluster.Options(Path.Combine(_folder, new string('l', 100))), CancellationToken.None);
        _started.Add(server);

        Assert.Equal("127.0.0.1", server.App.Host);
        await Execute(server, "select 1");
    }

    [Fact]
    public async Task A_folder_with_a_quote_and_a_space_is_a_folder_like_any_other()
    {
        var server = await PrivatePostgres.Start(TestCluster.Options(Path.Combine(_folder, "l'été 2026")), CancellationToken.None);
        _started.Add(server);

        await Execute(server, "select 1");
    }

    [Fact]
    public async Task Where_the_servers_user_may_not_go_the_data_is_a_link()
    {
        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var server = await Start();
        await Execute(server, "create table kept (n int)");
        await server.DisposeAsync();
        var second = await Start();

        await Execute(second, "select n from kept");
        // Only root has to become somebody else.
        Assert.Equal(Environment.IsPrivilegedProcess, second.Folder.StartsWith("/var/lib/surveygap-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ctrl_C_does_not_reach_the_server()
    {
        var server = await Start();

        Assert.NotEqual(Session(Environment.ProcessId), Session(Postmaster.Read(server.Folder)!.ProcessId));
    }

    [Fact]
    public async Task Without_programs_the_message_names_the_ways_out()
    {
        var fault = await Assert.ThrowsAsync<SetupException>(() =>
            PrivatePostgres.Start(new(_folder) { Binaries = Path.Combine(_folder, "nothing") }, CancellationToken.None));

        Assert.Contains("Postgres:Binaries", fault.Message, StringComparison.Ordinal);
        Assert.Contains("npm", fault.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings:SurveyGapOwner", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_of_another_version_is_not_touched()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "postgres", "11"));
        var fault = await Assert.ThrowsAsync<SetupException>(Start);

        Assert.Contains("PostgreSQL 11", fault.Message, StringComparison.Ordinal);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _started)
            await server.DisposeAsync();
        foreach (var elsewhere in _started.Select(server => Path.GetDirectoryName(server.Folder)!).Where(parent => parent.StartsWith("/var/lib/surveygap-", StringComparison.Ordinal)).Distinct())
            Directory.Delete(elsewhere, recursive: true);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<PrivatePostgres> Start()
    {
        var server = await PrivatePostgres.Start(TestCluster.Options(_folder), CancellationToken.None);
        lock (_started)
            _started.Add(server);
        return server;
    }

    private static UnixFileMode Mode(string path) => File.GetUnixFileMode(path);

    private static string Session(int process) => File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ')[3];

    private static async Task Execute(PrivatePostgres server, string sql)
    {
        await using var connection = await Connect(server.Owner);
        await connection.ExecuteAsync(sql);
    }

    private static async Task<T> Query<T>(PrivatePostgres server, string sql)
    {
        await using var connection = await Connect(server.Owner);
        return await connection.QuerySingleAsync<T>(sql);
    }

    private static async Task<NpgsqlConnection> Connect(NpgsqlConnectionStringBuilder address)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
