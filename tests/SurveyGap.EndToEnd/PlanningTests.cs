using Microsoft.Playwright;

namespace SurveyGap.EndToEnd;

/// <summary>A study of one's own, from the template to the open wave, in both languages.</summary>
public sealed class PlanningTests(Chromium chromium)
{
    private static readonly string People =
        "Nachname;Vorname;E-Mail;Spr.;Geschäftsstelle\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"Imhof;Nora;nora{i}@post.example;d;{(i % 2 == 0 ? "Luzern" : "Zug")}\n"));

    [Fact]
    public async Task Ana_plans_checks_and_opens_and_meets_no_barrier()
    {
        await using var demo = await Demo.Start();
        foreach (var locale in (string[])["de-CH", "en-GB"])
        {
            var page = await chromium.Window(window => window.Locale = locale);
            await demo.SignIn(page);
            await page.GotoAsync($"{demo.Address}plan");
            await Barriers.HasNoBarrier(page);

            var wave = await Plan(page);
            await Invite(page, wave);
            foreach (var step in (string[])["", "/settings", "/figures", "/links", "/mails", "/people/new", "/check"])
                await Barriers.HasNoBarrier(page, wave + step);
            await page.GotoAsync(wave + "/check");
            await page.Leave(() => page.Locator("button[name=now][value=true]").ClickAsync());

            Assert.Equal(1, await page.Locator(".state.running").CountAsync());
            foreach (var tab in (string[])["", "/people", "/extension", "/settings"])
                await Barriers.HasNoBarrier(page, wave + tab);
        }
    }

    private static async Task<string> Plan(IPage page)
    {
        await page.Leave(() => page.Locator("main a.button").First.ClickAsync());
        await Barriers.HasNoBarrier(page);
        await page.Leave(() => page.Locator("main form .actions button").ClickAsync());
        await Barriers.HasNoBarrier(page);
        return page.Url[..^"/people".Length];
    }

    private static async Task Invite(IPage page, string wave)
    {
        await page.GotoAsync($"{wave}/people/import");
        await Barriers.HasNoBarrier(page);
        await page.Locator("#text").FillAsync(People);
        await page.Leave(() => page.Locator("main form .actions button").ClickAsync());
        await Barriers.HasNoBarrier(page);
        await page.Leave(() => page.Locator("main form .actions button").First.ClickAsync());
        await Barriers.HasNoBarrier(page);
        await Barriers.HasNoBarrier(page, $"{wave}/people");
    }
}
