using Microsoft.Playwright;

namespace SurveyGap.EndToEnd;

/// <summary>Somebody who fills in the questionnaire as it stands on the screen.</summary>
/// <param name="page">The window.</param>
/// <param name="rating">What all ratings get.</param>
internal sealed class Respondent(IPage page, int rating)
{
    /// <summary>From the link to the thanks.</summary>
    public async Task Answer(Uri link)
    {
        await page.GotoAsync(link.ToString());
        await Follow("a.button.first");
        while (await page.Locator("form#survey").CountAsync() > 0)
        {
            await FillIn();
            await Follow("button.button.first");
        }
    }

    /// <summary>Presses what leads to another page, and waits until it is there.</summary>
    public async Task Follow(string locator)
    {
        var here = page.Url;
        await page.Locator(locator).ClickAsync();
        await page.WaitForURLAsync(address => address != here);
    }

    /// <summary>Answers everything on this page.</summary>
    public async Task FillIn()
    {
        foreach (var question in await page.Locator("fieldset.question").AllAsync())
        {
            if (await question.Locator("input[type=text]").CountAsync() > 0)
                await question.Locator("input[type=text]").FillAsync("90");
            else if (await question.Locator("input[type=radio]").CountAsync() > 0)
                await question.Locator($"input[type=radio][value='{rating}']").CheckAsync();
            else
                await question.Locator("input[type=checkbox]").First.CheckAsync();
        }
    }
}
