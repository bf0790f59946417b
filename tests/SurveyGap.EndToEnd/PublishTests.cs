using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;
using SurveyGap.Load.Faults;

namespace SurveyGap.EndToEnd;

/// <summary>The folder that <c>./dev publish</c> makes runs where there is no SDK.</summary>
public sealed class PublishTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan LongerThanTheLibraryWaits = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task A_published_folder_serves_its_pages_without_the_SDK()
    {
        var (program, data) = (Demo.NewFolder(), Demo.NewFolder());
        await Run(Path.Combine(Here(), "..", "..", "dev"), "publish", program);
        var address = new Uri($"http://127.0.0.1:{Daemon.FreePort()}");
        using var served = Serve(program, data, address);
        using HttpClient browser = new() { BaseAddress = address };
        while (!await IsReady(browser))
        {
            Assert.False(served.HasExited);
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }

        var page = await browser.GetStringAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        var style = page.Split('"').First(part => part.EndsWith(".css", StringComparison.Ordinal));
        Assert.Equal("text/css", (await browser.GetAsync(new Uri(style, UriKind.Relative), TestContext.Current.CancellationToken)).Content.Headers.ContentType?.MediaType);

        using var late = await Slow(address);
        await Run("kill", "-TERM", $"{served.Id}");
        // Whoever is being served at the end is served to the end, and then the program leaves of its own accord.
        await Task.Delay(LongerThanTheLibraryWaits, TestContext.Current.CancellationToken);
        Assert.StartsWith("HTTP/1.1 4", await Finish(late), StringComparison.Ordinal);
        await served.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, served.ExitCode);
        Directory.Delete(data, recursive: true);
        Directory.Delete(program, recursive: true);
    }

    private const string Sent = "Email=ana&Password=";

    // Somebody whose form arrives in two pieces.
    private static async Task<TcpClient> Slow(Uri address)
    {
        TcpClient client = new();
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /sign-in HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {Sent.Length}\r\n\r\n{Sent[..5]}"), TestContext.Current.CancellationToken);
        await Task.Delay(Pause, TestContext.Current.CancellationToken);
        return client;
    }

    private static async Task<string?> Finish(TcpClient client)
    {
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Sent[5..]), TestContext.Current.CancellationToken);
        using StreamReader reply = new(client.GetStream());
        return await reply.ReadLineAsync(TestContext.Current.CancellationToken);
    }

    // Neither a runtime of this machine nor its settings may help.
    private static Process Serve(string program, string data, Uri address)
    {
        ProcessStartInfo start = new(Path.Combine(program, "SurveyGap.Web"), ["serve", "--urls", address.ToString(), "--data", data]) { WorkingDirectory = data };
        start.Environment.Clear();
        (start.Environment["PATH"], start.Environment["HOME"]) = ("/usr/sbin:/usr/bin:/sbin:/bin", data);
        return Process.Start(start)!;
    }

    private static async Task<bool> IsReady(HttpClient browser)
    {
        try
        {
            return await browser.GetStringAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken) == "Healthy";
        }
        catch (HttpRequestException)
        {
            return false; // it is starting
        }
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
