using Microsoft.Playwright;

namespace SurveyGap.EndToEnd;

/// <summary>What a respondent meets on the way and after it, in all languages, light and dark: each state is a page of its own.</summary>
public sealed class RespondentStatesTests(Chromium chromium)
{
    private static readonly string[] Languages = ["de", "en", "fr", "it"];

    [Fact]
    public async Task No_state_of_the_form_holds_a_barrier()
    {
        await using var demo = await Demo.Start();
        var page = await chromium.Window();
        await page.GotoAsync(demo.LinkBelow("one of the executives").ToString());
        var root = page.Url[..^2];

        foreach (var language in Languages)
        {
            await page.GotoAsync($"{root}{language}/1");
            await page.Locator("input[type=text]").First.FillAsync("viele");
            await page.Leave(() => page.Locator("button.button.first").ClickAsync());
            await HasNone(page);
        }

        await page.GotoAsync($"{root}de/1");
        await new Respondent(page, rating: 4).FillIn();
        await page.Leave(() => page.Locator("button.button.first").ClickAsync());
        foreach (var language in Languages)
            await HasNone(page, $"{root}{language}");

        await new Respondent(page, rating: 4).Answer(new Uri($"{root}de"));
        foreach (var language in Languages)
        {
            await HasNone(page, $"{root}{language}/thanks");
            await HasNone(page, $"{root}{language}");
        }

        var ana = await chromium.Window();
        await demo.SignIn(ana);
        await ana.CloseWave();
        foreach (var language in Languages)
        {
            await HasNone(page, $"{root}{language}");
            await HasNone(page, $"{root}{language}/privacy");
        }
    }

    private static async Task HasNone(IPage page, string? address = null)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Barriers.HasNoBarrier(page, address);
        }
    }
}
