namespace SurveyGap.Load.Faults;

/// <summary>
/// nginx exactly as deploy/ writes it, with no instance behind it: what it says of people's links in its logs, however they are typed.
/// </summary>
internal static class ProxyFault
{
    private const string Link = "Rp3vQ8nLw2Xk";

    private static readonly string[] Doors = ["r/", "r/report/", "o/", "password/", "unsubscribe/", "R/", "Password/", "%72/", "/r/"];

    public static async Task<IReadOnlyList<Fault>> Play()
    {
        var folder = Directory.CreateTempSubdirectory("surveygap-load-");
        try
        {
            var asked = await Ask(folder.FullName);
            string[] telling = [.. folder.EnumerateFiles("*.log").Where(log => File.ReadAllText(log.FullName).Contains(Link, StringComparison.Ordinal)).Select(log => log.Name)];
            return
            [
                new Fault("nginx as written, and no instance behind it", $"{asked} requests", 0, 0)
                {
                    Seen = telling.Length == 0 ? "no link in its logs" : "",
                    Broken = telling.Length == 0 ? null : $"a link in {string.Join(", ", telling)}",
                },
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> Ask(string folder)
    {
        var (port, plainPort) = (Daemon.FreePort(), Daemon.FreePort());
        using var nginx = await Proxy.StartWithTls(folder, port, plainPort, new Uri($"http://127.0.0.1:{Daemon.FreePort()}"));
        using HttpClient browser = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            SslOptions = new() { TargetHost = "survey.example.org", RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=survey.example.org" },
        });
        var asked = 0;
        foreach (var server in (string[])[$"https://127.0.0.1:{port}", $"http://127.0.0.1:{plainPort}"])
        {
            foreach (var door in Doors)
            {
                using var reply = await browser.GetAsync(new Uri($"{server}/{door}{Link}"));
                asked++;
                // What a browser asks for beside a page, it asks for with that page's address, unless it was told not to.
                if (reply.Headers.TryGetValues("Referrer-Policy", out var policy) && policy.SequenceEqual(["no-referrer"]) || reply.Headers.Location is not null)
                    continue;
                using HttpRequestMessage icon = new(HttpMethod.Get, new Uri($"{server}/favicon.ico")) { Headers = { Referrer = new Uri($"{server}/{door}{Link}") } };
                using var shown = await browser.SendAsync(icon);
                asked++;
            }
        }

        return asked;
    }
}
