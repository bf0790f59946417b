using System.Globalization;
using Microsoft.Playwright;

namespace SurveyGap.EndToEnd;

/// <summary>What a person waits for on a slow phone. Requests are limited here; milliseconds are printed, because they are the machine's.</summary>
public sealed class FirstPageTests(Chromium chromium, SharedDemo shared)
{
    private const int SlowDown = 4;

    private const string LargestPaint = """
        () => new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
            .observe({ type: "largest-contentful-paint", buffered: true }))
        """;

    [Theory]
    [InlineData("")]
    [InlineData("/1")]
    public async Task It_takes_at_most_three_requests_all_of_them_to_us(string path)
    {
        var demo = await shared.Running;
        List<double> paints = [];
        HashSet<string> requests = [];
        for (var visit = 0; visit < 3; visit++)
        {
            // Each time a phone that was never here.
            var page = await chromium.Window(window => window.ViewportSize = new() { Width = 390, Height = 844 });
            await page.GotoAsync(demo.LinkBelow("one of the customers").ToString());
            var address = page.Url + path;
            var session = await page.Context.NewCDPSessionAsync(page);
            await session.SendAsync("Network.clearBrowserCache");
            await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = SlowDown });
            requests.Clear();
            page.Request += (_, request) => requests.Add(request.Url);

            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            paints.Add(await page.EvaluateAsync<double>(LargestPaint));
            await page.Context.CloseAsync();
        }

        requests.RemoveWhere(request => request.StartsWith("data:", StringComparison.Ordinal));
        Assert.InRange(requests.Count, 1, 3);
        Assert.All(requests, request => Assert.StartsWith(demo.Address.ToString(), request, StringComparison.Ordinal));
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"largest contentful paint of «{path}» with a processor {SlowDown} times slower: {paints.Order().ElementAt(1):0} ms (of {string.Join(", ", paints.Select(paint => $"{paint:0}"))})"));
    }
}
