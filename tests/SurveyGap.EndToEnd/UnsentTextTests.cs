namespace SurveyGap.EndToEnd;

/// <summary>What somebody typed and did not send yet outlives a reload on their device, and nothing longer than that.</summary>
public sealed class UnsentTextTests(Chromium chromium, SharedDemo shared)
{
    private const string Kept = "Object.keys(localStorage).filter(key => key.startsWith('survey-text ')).length";

    [Fact]
    public async Task It_is_there_again_after_a_reload_and_gone_once_sent()
    {
        var demo = await shared.Running;
        var page = await chromium.Window();
        await page.GotoAsync(demo.LinkBelow("one of the customers").ToString());
        var root = page.Url;
        for (var number = 1; await page.Locator("textarea").CountAsync() == 0; number++)
            await page.GotoAsync($"{root}/{number}");

        await page.Locator("textarea").First.FillAsync("Man hat mir sofort geholfen.");
        await page.ReloadAsync();
        Assert.Equal("Man hat mir sofort geholfen.", await page.Locator("textarea").First.InputValueAsync());

        await page.Leave(() => page.Locator("button.button.first").ClickAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>(Kept));
        // Now it comes from the server: the page asks for what was left out, with the text in it.
        Assert.Equal("Man hat mir sofort geholfen.", await page.Locator("textarea").First.InputValueAsync());
    }

    [Fact]
    public async Task The_next_link_on_the_same_device_does_not_find_it()
    {
        var demo = await shared.Running;
        var page = await chromium.Window();
        foreach (var whose in (string[])["one of the customers", "one of the employees"])
        {
            await page.GotoAsync(demo.LinkBelow(whose).ToString());
            var root = page.Url;
            for (var number = 1; await page.Locator("textarea").CountAsync() == 0; number++)
                await page.GotoAsync($"{root}/{number}");

            Assert.Equal("", await page.Locator("textarea").First.InputValueAsync());
            await page.Locator("textarea").First.FillAsync("Nicht für fremde Augen.");
        }
    }
}
