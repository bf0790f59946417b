using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SurveyGap.EndToEnd;

/// <summary>
/// The pages that the works council's dossier shows, in the order in which an employee and the consultant meet them:
/// each is handed over in each language while it is on the screen.
/// </summary>
internal sealed partial class DossierPages(Demo demo, Chromium chromium, Func<DossierPage, Task> see)
{
    private const string Words = "main";

    // What a consultant's page says beside these hangs on the hour and on who answered last.
    private const string Heads = "main h2, main th, main nav a";

    private static readonly string[] Languages = ["de", "en"];

    // One of each kind, with the name of its picture.
    private static readonly (string Name, string Question)[] Questions =
    [
        ("question", ":has(input[type=radio])"),
        ("prediction", ":has(input[type=text])"),
        ("important", ":has(input[type=checkbox]):not(:has(input[type=text], input[type=radio]))"),
    ];

    public async Task Walk()
    {
        var link = demo.LinkBelow("one of the employees").ToString();
        var closed = demo.LinkBelow("wave that is closed").ToString().Replace("/report", "", StringComparison.Ordinal);

        // A device of its own for each language: on the second one's first page, what was sent from the first would be there.
        var (employee, survey) = await Opened(link);
        await Asked(employee, $"{survey}de", "de");
        (employee, _) = await Opened(link);
        await Asked(employee, $"{survey}en", "en");

        await new Respondent(employee, rating: 4).Answer(new Uri($"{survey}de"));
        foreach (var language in Languages)
            await Answered(employee, $"{survey}{language}", language);
        foreach (var language in Languages)
            await Deleted(employee, $"{survey}{language}", language);
        foreach (var language in Languages)
            await Consulted(await SignedIn(language), closed, language);

        await (await SignedIn("de")).CloseWave();
        foreach (var language in Languages)
        {
            await Shown(employee, "closed", language, $"{survey}{language}");
            await Shown(employee, "afterwards", language, $"{survey}{language}/privacy", isWhole: true);
        }
    }

    private async Task<(IPage Employee, string Survey)> Opened(string link)
    {
        var phone = await Phone();
        await phone.GotoAsync(link);
        return (phone, phone.Url[..^2]);
    }

    private async Task Asked(IPage page, string root, string language)
    {
        await Shown(page, "start", language, root, isWhole: true);
        await Shown(page, "privacy", language, $"{root}/privacy", isWhole: true);
        foreach (var (name, question) in Questions)
        {
            var asked = page.Locator($"fieldset.question{question}").First;
            for (var number = 1; number == 1 || await asked.CountAsync() == 0; number++)
                await page.GotoAsync($"{root}/{number}");
            // From its first line on; of the first page, all that stands above it too.
            await asked.EvaluateAsync("(asked, isFirst) => scrollTo(0, isFirst ? 0 : asked.getBoundingClientRect().top + scrollY - 24)", name == "question");
            await see(new DossierPage(page, name, language, IsWhole: false, Words));
        }

        await page.GotoAsync($"{root}/1");
        await page.Leave(() => page.Locator("button.button.first").ClickAsync());
        await see(new DossierPage(page, "unanswered", language, IsWhole: false, Words));
    }

    private async Task Answered(IPage page, string root, string language)
    {
        await Shown(page, "thanks", language, $"{root}/thanks");
        await Shown(page, "answered", language, root);
        await Shown(page, "deletion", language, $"{root}/deletion");
    }

    private async Task Deleted(IPage page, string root, string language)
    {
        await page.GotoAsync($"{root}/deletion");
        await page.Leave(() => page.Locator("button[name=sure]").ClickAsync());
        await see(new DossierPage(page, "deleted", language, IsWhole: false, Words));
    }

    private async Task Consulted(IPage ana, string closed, string language)
    {
        await ana.GetByRole(AriaRole.Link, new() { Name = language == "de" ? "Zur Welle" : "Open wave" }).First.ClickAsync();
        await ana.WaitForURLAsync("**/waves/*");
        var wave = ana.Url;
        await see(new DossierPage(ana, "participation", language, IsWhole: false, Heads));
        await Shown(ana, "people", language, $"{wave}/people", words: Heads);
        await Shown(ana, "results", language, $"{closed}/results", words: Heads);

        await ana.GotoAsync($"{wave}/mails/texts/invitation/{language}/letter");
        var mail = await Phone();
        // The address of this very demo is nobody's business, and another one each time.
        await mail.SetContentAsync(Link().Replace((await ana.Locator("iframe.mail").GetAttributeAsync("srcdoc"))!, "https://umfrage.example/r/Z5o0b1x"));
        await see(new DossierPage(mail, "mail", language, IsWhole: true, "body"));
        await mail.CloseAsync();
    }

    private async Task Shown(IPage page, string name, string language, string address, bool isWhole = false, string words = Words)
    {
        await page.GotoAsync(address);
        await see(new DossierPage(page, name, language, isWhole, words));
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/r/[\w-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();

    private Task<IPage> Phone() => chromium.Window(window => (window.ViewportSize, window.DeviceScaleFactor) = (new() { Width = 390, Height = 760 }, 1.5f));

    private async Task<IPage> SignedIn(string language)
    {
        var ana = await chromium.Window(window => window.DeviceScaleFactor = 1.5f);
        await demo.SignIn(ana);
        var choice = ana.Locator($"button[name=language][value={language}]");
        if (await choice.CountAsync() > 0)
            await ana.Leave(() => choice.ClickAsync());
        // As narrow as the workspace still is one: on paper, a wide screen would be too small to read.
        await ana.SetViewportSizeAsync(720, 900);
        return ana;
    }
}

/// <summary>A page on the screen.</summary>
/// <param name="Page">The window.</param>
/// <param name="Name">Of the picture.</param>
/// <param name="Language">Of its words.</param>
/// <param name="IsWhole">Whether the picture goes down to the page's end.</param>
/// <param name="Words">Where the words are that have to be the same in picture and program.</param>
internal sealed record DossierPage(IPage Page, string Name, string Language, bool IsWhole, string Words);
