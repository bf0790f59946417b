using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SurveyGap.EndToEnd;

/// <summary>
/// The pictures in the works council's dossier say what the pages say today. The words of each are kept in a file, so that
/// pages and pictures can be compared without anybody looking; <c>./dev pictures</c> makes both anew.
/// </summary>
public sealed partial class DossierPicturesTests(Chromium chromium)
{
    private static readonly string Pictures = Path.GetFullPath(Path.Combine(Here(), "..", "..", "templates", "papers", "pages"));
    private static readonly string Words = Path.Combine(Here(), "DossierWords");

    [Fact]
    public async Task Every_picture_says_what_its_page_says()
    {
        List<string> seen = [];
        await Walk(async page =>
        {
            seen.Add(PictureOf(page));
            Assert.True(
                await WordsOf(page) == await File.ReadAllTextAsync(WordsFileOf(page), TestContext.Current.CancellationToken),
                $"The page «{page.Name}» ({page.Language}) says something else than its picture. If it should, run ./dev pictures.");
        });

        Assert.Equal(Directory.GetFiles(Pictures, "*.jpg").Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact(Explicit = true)]
    public async Task Make_them_anew()
    {
        Directory.CreateDirectory(Words);
        foreach (var old in Directory.GetFiles(Pictures).Concat(Directory.GetFiles(Words)))
            File.Delete(old);
        await Walk(async page =>
        {
            await page.Page.ScreenshotAsync(new() { Path = PictureOf(page), Type = ScreenshotType.Jpeg, Quality = 50, FullPage = page.IsWhole });
            await File.WriteAllTextAsync(WordsFileOf(page), await WordsOf(page), TestContext.Current.CancellationToken);
        });
    }

    private async Task Walk(Func<DossierPage, Task> see)
    {
        await using var demo = await Demo.Start();
        await new DossierPages(demo, chromium, see).Walk();
    }

    private static string PictureOf(DossierPage page) => Path.Combine(Pictures, $"{page.Name}.{page.Language}.jpg");

    private static string WordsFileOf(DossierPage page) => Path.Combine(Words, $"{page.Name}.{page.Language}.txt");

    private static async Task<string> WordsOf(DossierPage page)
    {
        var words = string.Join('\n', await page.Page.Locator(page.Words).AllInnerTextsAsync());
        return string.Join('\n', Changing().Replace(words, "#").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) + "\n";
    }

    // The demo is always of this week.
    [GeneratedRegex("""
        \d[\d.,:\u202f\u00a0]*
        | \b(Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b
        | \b(January|February|March|May|June|July|October|December)\b
        | \b(Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)\b
        | \b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Changing();

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
