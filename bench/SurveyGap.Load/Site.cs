using System.Diagnostics;
using System.Net.Sockets;

namespace SurveyGap.Load;

/// <summary>The application as a process of its own, so that it can be killed.</summary>
internal sealed class Site(string data, int port, IReadOnlyList<string> settings) : IDisposable
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

    public async Task Start()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "SurveyGap.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, "serve", $"--urls={Address}", $"--data={data}", .. settings])
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
            await Task.Delay(50);
    }

    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
    }

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

    public void Dispose()
    {
        if (_process is { HasExited: false })
            Kill();
        _process?.Dispose();
    }
}
