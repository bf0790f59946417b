using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SurveyGap.EndToEnd;

/// <summary>What no page may have: anything that axe finds (WCAG 2.2 A and AA), or a width beyond 320 px.</summary>
internal static class Barriers
{
    private static readonly AxeRunOptions Rules = new() { RunOnly = Tags, ResultTypes = Violations };

    // Where a page shows others in frames, each of them is looked at by itself.
    private static readonly AxeRunOptions OutsideOfFrames = new() { RunOnly = Tags, ResultTypes = Violations, Iframes = false };

    private static RunOnlyOptions Tags => new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

    // What is in order needs no description: to write one for each element takes most of the time.
    private static HashSet<ResultType> Violations => [ResultType.Violations];

    public static async Task HasNoBarrier(IPage page, string? address = null, bool intoFrames = true)
    {
        if (address is not null)
            await page.GotoAsync(address);
        await page.WaitForLoadStateAsync(LoadState.Load);
        var found = await page.RunAxe(intoFrames ? Rules : OutsideOfFrames);
        Assert.True(found.Violations.Length == 0, $"{page.Url}:\n{string.Join('\n', found.Violations.Select(Describe))}");

        await page.SetViewportSizeAsync(320, 640);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 320"), $"{page.Url} has to be scrolled sideways at 320 px.");
        await page.SetViewportSizeAsync(1280, 800);
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help} {string.Join(' ', violation.Nodes.Select(node => node.Html))}";
}
