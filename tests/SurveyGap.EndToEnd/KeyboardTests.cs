using Microsoft.Playwright;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.EndToEnd;

/// <summary>The survey can be completed without a pointer, and without script.</summary>
public sealed class KeyboardTests(Chromium chromium, SharedDemo shared)
{
    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        var demo = await shared.Running;
        var page = await chromium.Window();
        await page.GotoAsync((await demo.LinkOfAnother(Audience.Customer)).ToString());
        await Press(page, "a.button.first");

        for (var number = 0; number < 20 && await page.Locator("form#survey").CountAsync() > 0; number++)
        {
            var groups = await page.Locator("fieldset.question:has(input[type=radio])").CountAsync();
            for (var group = 0; group < groups; group++)
            {
                await TabTo(page, $"fieldset.question:has(input[type=radio]) >> nth={group} >> input >> nth=0");
                await page.Keyboard.PressAsync("Space");
            }

            await Press(page, "button.button.first");
        }

        Assert.EndsWith("/thanks", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_nothing_is_missing()
    {
        var demo = await shared.Running;
        var page = await chromium.Window(window => window.JavaScriptEnabled = false);
        await new Respondent(page, rating: 4).Answer(await demo.LinkOfAnother(Audience.Employee));

        Assert.EndsWith("/thanks", page.Url, StringComparison.Ordinal);
    }

    private static async Task TabTo(IPage page, string locator)
    {
        for (var presses = 0; presses < 200; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.Locator(locator).EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }

        Assert.Fail($"{locator} cannot be reached with the Tab key on {page.Url}.");
    }

    private static async Task Press(IPage page, string locator)
    {
        await TabTo(page, locator);
        await page.Leave(() => page.Keyboard.PressAsync("Enter"));
    }
}
