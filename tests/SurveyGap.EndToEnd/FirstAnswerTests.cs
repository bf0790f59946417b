using Microsoft.Playwright;

namespace SurveyGap.EndToEnd;

/// <summary>A rating that was clicked in the mail: selected by the form's script, counted when the page is sent.</summary>
public sealed class FirstAnswerTests(Chromium chromium, SharedDemo shared)
{
    [Fact]
    public async Task It_is_selected_in_the_form_and_no_request_carries_it()
    {
        var window = await chromium.Window();
        List<string> asked = [];
        window.Request += (_, request) => asked.Add($"{request.Url} {request.PostData}");

        await window.GotoAsync($"{await Link()}#answer=overall_quality.4");
        Assert.EndsWith("#answer=overall_quality.4", window.Url, StringComparison.Ordinal);
        await window.Leave(() => window.Locator("a.button.first").ClickAsync());

        Assert.True(await Choice(window, 4).IsCheckedAsync());
        Assert.DoesNotContain("#", window.Url, StringComparison.Ordinal);
        // Playwright shows the fragment of the address that was typed, which is not sent; beyond it nothing may name the rating.
        Assert.All(asked, request => Assert.DoesNotContain("overall_quality", request.Split('#')[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_takes_no_answer_away_that_was_sent_already()
    {
        var window = await chromium.Window();
        await window.GotoAsync((await Link()).ToString());
        await window.Leave(() => window.Locator("a.button.first").ClickAsync());
        await new Respondent(window, 2).FillIn();
        await window.Leave(() => window.Locator("button.button.first").ClickAsync());
        await window.Leave(() => window.Locator("button.button", new() { HasText = "Zurück" }).ClickAsync());

        await window.GotoAsync($"{window.Url}#answer=overall_quality.5");
        await window.ReloadAsync();
        Assert.True(await Choice(window, 2).IsCheckedAsync());
    }

    private async Task<Uri> Link() => (await shared.Running).LinkBelow("one of the customers");

    private static ILocator Choice(IPage window, int rating) => window.Locator($"input[name=overall_quality][value='{rating}']");
}
