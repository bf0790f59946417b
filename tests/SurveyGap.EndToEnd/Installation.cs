using System.Diagnostics;
using SurveyGap.Load.Faults;

namespace SurveyGap.EndToEnd;

/// <summary>The product as an administrator starts it: an empty database, no demo, and one account that waits for its password.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _data;
    private readonly Process _server;

    private Installation(string data, Uri address, Uri firstLink, Process server) => (_data, Address, FirstLink, _server) = (data, address, firstLink, server);

    public Uri Address { get; }

    /// <summary>What <c>account add</c> printed.</summary>
    public Uri FirstLink { get; }

    public static async Task<Installation> Start(string email)
    {
        var data = Demo.NewFolder();
        var address = new Uri($"http://127.0.0.1:{Daemon.FreePort()}");
        using var add = Run("account", "add", email, "--role", "administrator", "--data", data);
        var told = await add.StandardOutput.ReadToEndAsync();
        await add.WaitForExitAsync();
        var link = new Uri(told.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Trim());

        var server = Run("serve", "--urls", address.ToString(), "--data", data);
        server.OutputDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        await Answers(new Uri(address, "/sign-in"), server);
        return new Installation(data, address, new Uri(address, link.PathAndQuery), server);
    }

    public async ValueTask DisposeAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_server.Id}"]))
            await kill.WaitForExitAsync();
        await _server.WaitForExitAsync().WaitAsync(Patience);
        _server.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    internal static async Task Answers(Uri page, Process server)
    {
        using var browser = new HttpClient();
        for (var waited = 0; waited < 4 * Patience.TotalSeconds && !server.HasExited; waited++)
        {
            try
            {
                using var response = await browser.GetAsync(page);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250));
            }
        }

        throw new InvalidOperationException("The server did not start.");
    }

    internal static Process Run(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "SurveyGap.Web.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        return Process.Start(start)!;
    }
}
