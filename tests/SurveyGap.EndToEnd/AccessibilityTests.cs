using static SurveyGap.EndToEnd.Barriers;

namespace SurveyGap.EndToEnd;

/// <summary>axe finds nothing (WCAG 2.2 A and AA), and nothing has to be scrolled sideways at 320 px (400 % zoom of 1280).</summary>
public sealed class AccessibilityTests(Chromium chromium, SharedDemo shared)
{
    public static TheoryData<string> Languages => [.. Respondent.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_respondent_meets_no_barrier(string language)
    {
        var demo = await shared.Running;
        var page = await chromium.Window();
        await page.GotoAsync(demo.LinkBelow("one of the executives").ToString());
        var root = page.Url[..^2] + language;

        // A language's first page, its questions, what an incomplete page says, and the pages that explain.
        foreach (var path in (string[])["", "/1", "/2", "/privacy", "/help", "/deletion"])
            await HasNoBarrierInAnyColours(page, root + path);
        await page.GotoAsync(root + "/1");
        await page.Leave(() => page.Locator("button.button.first").ClickAsync());
        await HasNoBarrierInAnyColours(page);
        await page.GotoAsync($"{demo.Address}answer/{Guid.Empty}/{language}");
        await HasNoBarrierInAnyColours(page);
    }

    [Theory]
    [InlineData("de-CH")]
    [InlineData("en-GB")]
    public async Task A_consultant_meets_no_barrier(string locale)
    {
        var demo = await shared.Running;
        var page = await chromium.Window(window => window.Locale = locale);
        await HasNoBarrier(page, demo.LinkBelow("Sign in as").ToString());
        await demo.SignIn(page);
        await HasNoBarrier(page);

        var closed = demo.LinkBelow("wave that is closed").ToString().Replace("/report", "", StringComparison.Ordinal);
        foreach (var address in (string[])[closed, $"{closed}/results", closed[..closed.IndexOf("/waves", StringComparison.Ordinal)]])
            await HasNoBarrier(page, address);
        await page.Leave(() => page.Locator("a[href*='/waves/']").First.ClickAsync());
        await HasNoBarrier(page);
        var open = page.Url;
        var client = open[..open.IndexOf("/waves", StringComparison.Ordinal)];
        string[] further =
        [
            $"{closed}/results?segment=0-0", $"{closed}/results/questions", $"{closed}/results/comments?search=telefon", $"{client}/benchmark",
            $"{open}/mails", $"{client}/mail-sender",
        ];
        foreach (var address in further)
            await HasNoBarrier(page, address);
        // Nothing runs in the frame with the mail's markup, axe neither.
        await HasNoBarrier(page, $"{open}/mails/texts/invitation/de", intoFrames: false);
    }
}
