using Microsoft.Playwright;

namespace SurveyGap.EndToEnd;

/// <summary>Five minutes and ten clicks from an empty installation to the first report.</summary>
public sealed class FirstReportTests(Chromium chromium)
{
    private const string Password = "drei Ziegen im Garten";

    private int _clicks;

    [Fact]
    public async Task An_empty_installation_gives_its_first_report_within_ten_clicks()
    {
        await using var installation = await Installation.Start("dora@example.org");
        var page = await chromium.Window();
        var started = TimeProvider.System.GetTimestamp();

        await page.GotoAsync(installation.FirstLink.ToString());
        await page.Locator("#password").FillAsync(Password);
        await Click(page, "form button");
        await Click(page, "main a.button");
        await page.Locator("#email").FillAsync("dora@example.org");
        await page.Locator("#password").FillAsync(Password);
        await Click(page, "form button");
        await Barriers.HasNoBarrier(page);
        await Click(page, "form[action='/administration/demo'] button");
        await Click(page, "main a[href$='/results']");
        var report = await Download(page, "main a.button[href*='/report']");

        Assert.StartsWith("%PDF-", await File.ReadAllTextAsync(report, System.Text.Encoding.Latin1), StringComparison.Ordinal);
        Assert.InRange(_clicks, 1, 10);
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromMinutes(5));
    }

    private Task Click(IPage page, string what)
    {
        _clicks++;
        return page.Leave(() => page.Locator(what).First.ClickAsync());
    }

    private async Task<string> Download(IPage page, string what)
    {
        _clicks++;
        var waiting = page.WaitForDownloadAsync();
        await page.Locator(what).First.ClickAsync();
        return await (await waiting).PathAsync();
    }
}
