using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SurveyGap.EndToEnd.Chromium))]

namespace SurveyGap.EndToEnd;

/// <summary>The system's Chromium, driven by Playwright: one browser for the run, one fresh profile for each person.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    // The first draws pages as the others do, and no window around each of them: that takes as long as the page.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Headless = true, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>The window of somebody new: no cookies, nothing kept.</summary>
    public async Task<IPage> Window(Action<BrowserNewContextOptions>? choose = null)
    {
        var options = new BrowserNewContextOptions { Locale = "de-CH", TimezoneId = "Europe/Zurich", ViewportSize = new() { Width = 1280, Height = 800 } };
        choose?.Invoke(options);
        var context = await _browser!.NewContextAsync(options);
        return await context.NewPageAsync();
    }

    private static string Find() =>
        Names.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("Chromium is not installed; ./dev test installs it.");
}
