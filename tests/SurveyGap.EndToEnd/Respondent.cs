using Microsoft.Playwright;

namespace SurveyGap.EndToEnd;

/// <summary>Somebody who fills in the questionnaire as it stands on the screen.</summary>
/// <param name="page">The window.</param>
/// <param name="rating">What all ratings get.</param>
internal sealed class Respondent(IPage page, int rating)
{
    /// <summary>That they can answer in.</summary>
    public static readonly string[] Languages = ["de", "en", "fr", "it"];

    /// <summary>From the link to the thanks.</summary>
    public async Task Answer(Uri link)
    {
        await page.GotoAsync(link.ToString());
        await page.Leave(() => page.Locator("a.button.first").ClickAsync());
        while (await page.Locator("form#survey").CountAsync() > 0)
        {
            await FillIn();
            await page.Leave(() => page.Locator("button.button.first").ClickAsync());
        }
    }

    /// <summary>Answers everything on this page.</summary>
    public async Task FillIn()
    {
        // All of a kind are found at once: to ask each question for its kind takes as long as to answer it.
        foreach (var number in await page.Locator("fieldset.question input[type=text]").AllAsync())
            await number.FillAsync("90");
        foreach (var choice in await page.Locator($"fieldset.question:not(:has(input[type=text])) input[type=radio][value='{rating}']").AllAsync())
            await choice.CheckAsync();
        foreach (var question in await page.Locator("fieldset.question:not(:has(input[type=text], input[type=radio]))").AllAsync())
            await question.Locator("input[type=checkbox]").First.CheckAsync();
    }
}
