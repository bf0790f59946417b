using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SurveyGap.Load;

/// <summary>A web application as a process of its own, so that it can be weighed and killed.</summary>
internal sealed class Site(int port, params string[] command) : IDisposable
{
    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{port}");

    /// <summary>What it has used of the processors so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Ours.</summary>
    public static Site Of(string data, IReadOnlyList<string> settings) => new(FreePort(), ["dotnet", Beside("SurveyGap.Web.dll"), "serve", $"--data={data}", .. settings]);

    /// <summary>The smallest application of the framework, for comparison.</summary>
    public static Site Empty() => new(FreePort(), "dotnet", Beside("SurveyGap.Empty.dll"));

    /// <summary>Either of them, as <c>./dev publish</c> made it.</summary>
    public static Site Published(string program, params string[] arguments) => new(FreePort(), [program, .. arguments]);

    /// <summary>Resident memory in megabytes.</summary>
    public double Memory
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>The most it ever was, in megabytes.</summary>
    public double PeakMemory
    {
        get
        {
            _process!.Refresh();
            return _process.PeakWorkingSet64 / 1e6;
        }
    }

    public async Task Start()
    {
        var start = new ProcessStartInfo(command[0], [.. command.Skip(1), $"--urls={Address}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
                Console.Error.WriteLine(line.Data);
        };
        _process.BeginErrorReadLine();
        while (!await Listens())
            await Task.Delay(5);
    }

    /// <summary>As a service manager stops it.</summary>
    public async Task Stop()
    {
        using var term = Process.Start("kill", ["-TERM", $"{_process!.Id}"]);
        await _process.WaitForExitAsync();
    }

    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
    }

    private static string Beside(string program) => Path.Combine(AppContext.BaseDirectory, program);

    private async Task<bool> Listens()
    {
        if (_process!.HasExited)
            throw new InvalidOperationException("The application did not start.");
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(Address.Host, Address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
            Kill();
        _process?.Dispose();
    }
}
