using System.Diagnostics;
using Microsoft.Playwright;

namespace SurveyGap.Load;

/// <summary>The system's Chromium, warm, with a page that it prints: what a report costs those who print HTML.</summary>
internal sealed class ChromiumPrinter : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    private const int Warming = 5;
    private const int Counted = 11;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;

    private ChromiumPrinter(IPlaywright playwright, IBrowser browser, IPage page) => (_playwright, _browser, _page) = (playwright, browser, page);

    public static async Task<ChromiumPrinter> Open(string html)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Headless = true, Args = ["--no-sandbox", "--disable-gpu"] });
        var page = await browser.NewPageAsync();
        await page.SetContentAsync(html);
        return new ChromiumPrinter(playwright, browser, page);
    }

    /// <summary>The median time in milliseconds, and the size of the tagged file.</summary>
    public async Task<(double Milliseconds, int Bytes)> Print()
    {
        List<double> times = [];
        var file = Array.Empty<byte>();
        for (var run = 0; run < Warming + Counted; run++)
        {
            var start = Stopwatch.GetTimestamp();
            file = await _page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true, Tagged = true, Outline = true });
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return (times.Skip(Warming).Order().ElementAt(Counted / 2), file.Length);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string Find() =>
        Names.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("Chromium is not installed; ./dev bench installs it.");
}
