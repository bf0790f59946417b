using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SurveyGap.Load.Faults;

/// <summary>A server beside the application, with a configuration of its own on a free port of loopback.</summary>
internal sealed class Daemon : IDisposable
{
    private readonly Process _process;

    private Daemon(string program, string[] arguments) =>
        _process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;

    public static async Task<Daemon> Start(int port, string program, params string[] arguments)
    {
        Daemon daemon = new(program, arguments);
        while (!await Listens(port))
        {
            if (daemon._process.HasExited)
                throw new InvalidOperationException($"{program} did not start.");
            await Task.Delay(50);
        }

        return daemon;
    }

    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> Listens(int port)
    {
        try
        {
            using TcpClient client = new();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // Both end their own helpers on SIGTERM, and not when they are killed.
    public void Dispose()
    {
        using (var stop = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
            stop.WaitForExit();
        _process.WaitForExit();
        _process.Dispose();
    }
}
