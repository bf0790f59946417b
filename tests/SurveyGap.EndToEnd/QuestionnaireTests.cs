using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Waves;
using static SurveyGap.EndToEnd.Barriers;

namespace SurveyGap.EndToEnd;

/// <summary>The questionnaire's editor and the preview in a real browser.</summary>
public sealed class QuestionnaireTests(Chromium chromium, TestApp app) : IClassFixture<TestApp>
{
    private static readonly string Client = $"clients/{Cast.Alpenblick.Id}";
    private static readonly string Questionnaire = $"{Client}/studies/{Cast.Alpenblick.Study}/questionnaire";

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task The_editors_pages_have_no_barrier(string language)
    {
        var wave = await Draft();
        var page = await SignedIn(window => window.Locale = language);
        if (language == "en")
            await page.Leave(() => page.Locator("button[name=language][value=en]").ClickAsync());

        foreach (var path in (string[])
                 [
                     $"{Client}/studies", $"{Client}/studies/{Cast.Alpenblick.Study}", Questionnaire, $"{Questionnaire}/questions/honesty", $"{Questionnaire}/questions?dimension=trust",
                     $"{Questionnaire}/dimensions/trust", $"{Questionnaire}/settings", $"{Questionnaire}/check", $"{Questionnaire}/versions", $"{Questionnaire}/versions/1", $"{Questionnaire}/file",
                     $"{Client}/waves/{Cast.Alpenblick.OpenWave}/questionnaire", $"{Client}/waves/{wave}/preview/customer/{language}/2",
                 ])
            await HasNoBarrier(page, app.Address + path);
        await HasNoBarrier(page, app.Address + $"{Client}/waves/{wave}/preview", intoFrames: false);
    }

    [Fact]
    public async Task Faults_gaps_and_conflicts_have_no_barrier()
    {
        await Draft();
        var (page, other) = (await SignedIn(), await SignedIn());
        var question = app.Address + $"{Questionnaire}/questions/reachability";
        await other.GotoAsync(question);
        await page.GotoAsync(question);

        await page.Locator("[name='label.de']").FillAsync("");
        await page.Leave(() => page.Locator("main form .button").First.ClickAsync());
        await HasNoBarrier(page);
        await page.Locator("[name='label.de']").FillAsync("Erreichbarkeit");
        await page.Locator("[name='employee.en']").FillAsync("");
        await page.Leave(() => page.Locator("main form .button").First.ClickAsync());
        await HasNoBarrier(page);
        await HasNoBarrier(page, app.Address + $"{Questionnaire}/check");

        await other.Locator("[name='label.de']").FillAsync("Auch erreichbar");
        await other.Leave(() => other.Locator("main form .button").First.ClickAsync());
        Assert.Contains("Erreichbarkeit", await other.Locator("[id='label.de'] ~ .theirs").TextContentAsync(), StringComparison.Ordinal);
        await HasNoBarrier(other);
    }

    [Fact]
    public async Task The_order_changes_by_keyboard_and_without_JavaScript()
    {
        await Draft();
        var page = await SignedIn(window => window.JavaScriptEnabled = false);
        await page.GotoAsync(app.Address + Questionnaire);
        var second = await Labels(page).Nth(1).TextContentAsync();

        await page.Locator("#dimension-trust li .arrows button[value=up]").Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("#question-", StringComparison.Ordinal));

        Assert.Equal(second, await Labels(page).First.TextContentAsync());
    }

    [Fact]
    public async Task A_preview_is_walked_inside_of_its_frame()
    {
        var wave = await Draft();
        var page = await SignedIn();
        await page.GotoAsync(app.Address + $"{Client}/waves/{wave}/preview?audience=executive&spoken=de");
        var phone = page.FrameLocator(".phone iframe");

        await phone.Locator("a.button.first").ClickAsync();
        await phone.Locator("label.choice").First.ClickAsync();
        await phone.Locator("a.button.first").ClickAsync();

        await phone.Locator(".progress", new() { HasText = "2" }).First.WaitForAsync();
        Assert.Equal(390, await page.Locator(".phone iframe").EvaluateAsync<int>("frame => frame.clientWidth + 2"));
    }

    private static ILocator Labels(IPage page) => page.Locator("#dimension-trust li > a");

    private async Task<Guid> Draft()
    {
        var wave = Guid.NewGuid();
        await app.Services.GetRequiredService<WaveStore>().Plan(
            Cast.Alpenblick.Id,
            new NewWave { Wave = wave, Study = Cast.Alpenblick.Study, Name = "Nächste", OpensAt = DateTimeOffset.UnixEpoch.AddYears(100), ClosesAt = DateTimeOffset.UnixEpoch.AddYears(101) },
            app.Clock.GetUtcNow(),
            TestContext.Current.CancellationToken);
        return wave;
    }

    private async Task<IPage> SignedIn(Action<BrowserNewContextOptions>? choose = null)
    {
        var page = await chromium.Window(choose);
        await page.GotoAsync($"{app.Address}sign-in");
        await page.Locator("#email").FillAsync(Person.Ana.Email);
        await page.Locator("#password").FillAsync(Person.Password);
        await page.Locator("form button").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }
}
