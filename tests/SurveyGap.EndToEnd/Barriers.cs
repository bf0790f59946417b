using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace SurveyGap.EndToEnd;

/// <summary>What no page may have: anything that axe finds (WCAG 2.2 A and AA), or a width beyond 320 px.</summary>
internal static class Barriers
{
    private static readonly string Axe = $"() => {{ {new BundledAxeScriptProvider().GetScript()} }}";

    // In the page itself: axe's own package for Playwright opens another browser window for each page that it looks at.
    // What is in order needs no description: to write one for each element takes most of the time.
    private const string Violations = """
        async ({ runOnly, iframes }) => {
            // Half way from light to dark, a button has neither colour.
            await Promise.allSettled(document.getAnimations().map(each => each.finished));
            const found = await axe.run({ runOnly, resultTypes: ["violations"], iframes });
            return found.violations.map(each => `${each.id}: ${each.help} ${each.nodes.map(node => node.html).join(" ")}`);
        }
        """;

    private static readonly string[] AllRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    // The rules that look at colours.
    private static readonly string[] ColourRules = ["color-contrast", "link-in-text-block"];

    /// <summary>Looks at the page that is shown, or at the one with this address.</summary>
    /// <param name="page">The window.</param>
    /// <param name="address">Where to go before.</param>
    /// <param name="intoFrames">Not, where a page shows others in frames and each of them is looked at by itself.</param>
    public static async Task HasNoBarrier(IPage page, string? address = null, bool intoFrames = true)
    {
        await Load(page, address, intoFrames);
        await FindsNothing(page, AllRules, intoFrames);
        await IsAsWideAsAPhone(page);
    }

    /// <summary>The same in light, and its colours in dark.</summary>
    public static async Task HasNoBarrierInAnyColours(IPage page, string? address = null)
    {
        await Load(page, address, intoFrames: true);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await FindsNothing(page, AllRules, intoFrames: true);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await FindsNothing(page, ColourRules, intoFrames: true);
        await IsAsWideAsAPhone(page);
    }

    private static async Task Load(IPage page, string? address, bool intoFrames)
    {
        if (address is not null)
            await page.GotoAsync(address);
        await page.WaitForLoadStateAsync(LoadState.Load);
        foreach (var frame in intoFrames ? page.Frames : [page.MainFrame])
            await frame.EvaluateAsync(Axe);
    }

    private static async Task FindsNothing(IPage page, string[] runOnly, bool intoFrames)
    {
        var found = await page.EvaluateAsync<string[]>(Violations, new { runOnly, iframes = intoFrames });
        Assert.True(found.Length == 0, $"{page.Url}:\n{string.Join('\n', found)}");
    }

    private static async Task IsAsWideAsAPhone(IPage page)
    {
        await page.SetViewportSizeAsync(320, 640);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 320"), $"{page.Url} has to be scrolled sideways at 320 px.");
        await page.SetViewportSizeAsync(1280, 800);
    }
}
