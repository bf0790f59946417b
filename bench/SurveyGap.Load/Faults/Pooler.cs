using Npgsql;

namespace SurveyGap.Load.Faults;

/// <summary>PgBouncer in transaction mode, before the application's database.</summary>
internal static class Pooler
{
    public static async Task<(Daemon Daemon, string ConnectionString)> Start(string folder, NpgsqlConnectionStringBuilder database)
    {
        var port = Daemon.FreePort();
        var settings = Path.Combine(folder, "pgbouncer.ini");
        await File.WriteAllTextAsync(settings, $"""
            [databases]
            surveygap = host={database.Host} port={database.Port} dbname={database.Database} user={database.Username} password={database.Password}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = any
            pool_mode = transaction
            max_client_conn = 200
            default_pool_size = 20
            """);
        // It refuses to run as root, and the socket of the database opens for the database's own user.
        string[] user = Environment.UserName == "root" ? ["-u", "postgres"] : [];
        var daemon = await Daemon.Start(port, "pgbouncer", ["-q", .. user, settings]);
        return (daemon, $"Host=127.0.0.1;Port={port};Database=surveygap;Username={database.Username};Password={database.Password};No Reset On Close=true");
    }
}
