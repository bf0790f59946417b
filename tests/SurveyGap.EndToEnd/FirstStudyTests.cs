using Microsoft.Playwright;

namespace SurveyGap.EndToEnd;

/// <summary>A study of one's own from an empty installation to its first report: a client, a template, three posters, and as many answers as a report needs.</summary>
public sealed class FirstStudyTests(Chromium chromium)
{
    private const string Email = "dora@example.org";
    private const string Password = "drei Ziegen im Garten";

    private static readonly (string Audience, int People, int Rating)[] Groups = [("executive", 3, 5), ("employee", 5, 3), ("customer", 5, 2)];

    [Fact]
    public async Task An_empty_installation_gives_the_report_of_ones_own_study()
    {
        await using var installation = await Installation.Start(Email);
        var dora = await chromium.Window();
        await SignIn(dora, installation.FirstLink);
        var wave = await Plan(dora);
        var posters = await Open(dora, wave);

        // Who stands before a poster is a window of their own.
        await Task.WhenAll(Groups.Select(async (group, i) =>
        {
            foreach (var _ in Enumerable.Range(0, group.People))
                await Answer(posters[i], group.Rating);
        }));

        await dora.GotoAsync(installation.Address.ToString());
        await dora.CloseWave();
        var text = await Pdf.Text(await Download(dora));
        Assert.Contains("Quellwasser AG", text, StringComparison.Ordinal);
        // Executives said 5 and customers 2, to everything.
        Assert.Contains("+3,0", text, StringComparison.Ordinal);
    }

    private static async Task SignIn(IPage dora, Uri link)
    {
        await dora.GotoAsync(link.ToString());
        await dora.Locator("#password").FillAsync(Password);
        await Click(dora, "form button");
        await Click(dora, "main a.button");
        await dora.Locator("#email").FillAsync(Email);
        await dora.Locator("#password").FillAsync(Password);
        await Click(dora, "form button");
    }

    /// <summary>The address of the draft.</summary>
    private static async Task<string> Plan(IPage dora)
    {
        await Click(dora, "main a[href='/administration/clients/new']");
        await dora.Locator("#name").FillAsync("Quellwasser AG");
        await Click(dora, "main form .actions button");
        await Click(dora, "main .download a.button");
        await Click(dora, "main a.button[href$='/plan']");
        await Click(dora, "main form .actions button");
        return dora.Url[..^"/people".Length];
    }

    /// <summary>The addresses on the posters, in the order of the groups.</summary>
    private static async Task<IReadOnlyList<string>> Open(IPage dora, string wave)
    {
        await dora.GotoAsync($"{wave}/settings");
        await dora.Locator("[name=onePage][type=checkbox]").CheckAsync();
        await Click(dora, "main form .actions button");
        await dora.GotoAsync($"{wave}/links");
        foreach (var (audience, _, _) in Groups)
            await Click(dora, $"main form[action$='/links/{audience}'] button");
        var posters = await dora.Locator("main code").AllTextContentsAsync();
        await dora.GotoAsync($"{wave}/check");
        await Click(dora, "button[name=now][value=true]");
        return [.. posters.Select(address => new Uri(new Uri(wave), new Uri(address).PathAndQuery).ToString())];
    }

    private async Task Answer(string poster, int rating)
    {
        var window = await chromium.Window();
        await window.GotoAsync(poster);
        await window.Leave(() => window.Locator("a.button.first").ClickAsync());
        // All at once: how people fill in a form, one answer after the other, is the journey's subject.
        var choices = window.Locator($"fieldset.question input[type=radio][value='{rating}']");
        Assert.NotEqual(0, await choices.EvaluateAllAsync<int>("all => all.filter(choice => choice.click() ?? choice.checked).length"));
        // Twice, since whoever leaves something open is asked once more.
        while (await window.Locator("form#survey").CountAsync() > 0)
            await window.Leave(() => window.Locator("button.button.first").ClickAsync());
        Assert.EndsWith("/thanks", window.Url, StringComparison.Ordinal);
        await window.Context.CloseAsync();
    }

    private static Task Click(IPage page, string what) => page.Leave(() => page.Locator(what).First.ClickAsync());

    private static async Task<string> Download(IPage dora)
    {
        var waiting = dora.WaitForDownloadAsync();
        await dora.Locator("main a.button[href*='/report']").First.ClickAsync();
        return await (await waiting).PathAsync();
    }
}
