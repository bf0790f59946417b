using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SurveyGap.Web.Platform.EmbeddedPostgres;

/// <summary>How the embedded server runs: a small file of settings, written anew before each start.</summary>
internal static class ClusterSettings
{
    public const string FileName = "surveygap.conf";

    // Only our two roles, only from this machine; the superuser has no way in.
    public const string WhoMayConnect = """
        local all surveygap_owner,surveygap_app              scram-sha-256
        host  all surveygap_owner,surveygap_app 127.0.0.1/32 scram-sha-256

        """;

    // The kernel cuts the address of a Unix socket at 108 bytes; a comma separates hosts in a connection string.
    private const int LongestSocketFolder = 107 - 15;

    public static Task Write(string folder, bool throwaway, CancellationToken cancellation) => File.WriteAllTextAsync(Path.Combine(folder, FileName), $"""
        # Written by SurveyGap before each start: changes here are lost.
        {Place(folder)}
        unix_socket_permissions = 0700
        max_connections = 100
        password_encryption = 'scram-sha-256'
        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        # DETAIL would repeat the values of a row.
        log_error_verbosity = terse
        {(throwaway ? "fsync = off\nfull_page_writes = off" : "synchronous_commit = on")}

        """, cancellation);

    private static string Place(string folder) => Encoding.UTF8.GetByteCount(folder) <= LongestSocketFolder && !folder.Contains(',', StringComparison.Ordinal)
        ? $"listen_addresses = ''\nunix_socket_directories = '{folder.Replace("'", "''", StringComparison.Ordinal)}'\nport = 5432"
        : $"listen_addresses = '127.0.0.1'\nunix_socket_directories = ''\nport = {FreePort()}";

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, port: 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
