using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace SurveyGap.EndToEnd;

/// <summary>The product as <c>./dev run</c> starts it: a process of its own with the demo client, on a free port and a folder of its own.</summary>
internal sealed class Demo : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Demo(string data, string address)
    {
        (Data, Address) = (data, new Uri(address));
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet")
            {
                ArgumentList = { Path.Combine(AppContext.BaseDirectory, "SurveyGap.Web.dll"), "serve", "--demo", "--urls", address, "--data", data },
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Data { get; }

    public Uri Address { get; }

    /// <summary>What the process printed.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Starts the process without waiting for anything.</summary>
    public static Demo Launch(string data) => new(data, $"http://127.0.0.1:{FreePort()}");

    /// <summary>Starts the process and waits until it says where to go.</summary>
    public static async Task<Demo> Start(string? data = null)
    {
        var demo = Launch(data ?? NewFolder());
        var ended = demo._process.WaitForExitAsync();
        await Task.WhenAny(demo._ready.Task, ended, Task.Delay(Patience));
        return demo._ready.Task.IsCompletedSuccessfully
            ? demo
            : throw new InvalidOperationException($"The demo did not become ready:\n{demo.Output}");
    }

    /// <summary>A folder that the database's user can pass through, so that everything stays inside of it.</summary>
    public static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("surveygap-e2e-");
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return folder.FullName;
    }

    /// <summary>The address in the line below the one that holds these words.</summary>
    public Uri LinkBelow(string words)
    {
        var lines = _lines.ToList();
        return new Uri(lines[lines.FindIndex(line => line.Contains(words, StringComparison.Ordinal)) + 1].Trim());
    }

    /// <summary>Signs the demo's consultant in.</summary>
    public async Task SignIn(IPage window)
    {
        await window.GotoAsync(LinkBelow("Sign in as").ToString());
        await window.Locator("#email").FillAsync("ana@alpenblick.example");
        await window.Locator("#password").FillAsync("gipfel-und-grat");
        await window.Leave(() => window.Locator("form button").ClickAsync());
    }

    /// <summary>A random moment's power cut, for the app alone.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>As a service manager stops it, or Ctrl-C.</summary>
    public async Task Stop()
    {
        if (_process.HasExited)
            return;
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _process.Dispose();
        Directory.Delete(Data, recursive: true);
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        // The last line that the demo's guide prints.
        if (line.Contains("/r/", StringComparison.Ordinal) && _lines.Count(each => each.Contains("/r/", StringComparison.Ordinal)) == 3)
            _ready.TrySetResult();
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
