using SurveyGap.Analysis.Surveys;

namespace SurveyGap.EndToEnd;

/// <summary>What a respondent meets on the way and after it, in all languages, light and dark: each state is a page of its own.</summary>
public sealed class RespondentStatesTests(Chromium chromium, SharedDemo shared)
{
    [Fact]
    public async Task No_state_of_the_form_holds_a_barrier()
    {
        var page = await chromium.Window();
        await page.GotoAsync((await (await shared.Running).LinkOfAnother(Audience.Executive)).ToString());
        var root = page.Url[..^2];

        foreach (var language in Respondent.Languages)
        {
            await page.GotoAsync($"{root}{language}/1");
            await page.Locator("input[type=text]").First.FillAsync("viele");
            await page.Leave(() => page.Locator("button.button.first").ClickAsync());
            await Barriers.HasNoBarrierInAnyColours(page);
        }

        await page.GotoAsync($"{root}de/1");
        await new Respondent(page, rating: 4).FillIn();
        await page.Leave(() => page.Locator("button.button.first").ClickAsync());
        foreach (var language in Respondent.Languages)
            await Barriers.HasNoBarrierInAnyColours(page, $"{root}{language}");

        await new Respondent(page, rating: 4).Answer(new Uri($"{root}de"));
        foreach (var language in Respondent.Languages)
        {
            await Barriers.HasNoBarrierInAnyColours(page, $"{root}{language}/thanks");
            await Barriers.HasNoBarrierInAnyColours(page, $"{root}{language}");
        }
    }
}
