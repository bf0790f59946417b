using System.Globalization;
using Microsoft.Playwright;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.EndToEnd;

/// <summary>The whole product once, as people use it: three answer, the consultant closes and takes the report home.</summary>
public sealed class JourneyTests(Chromium chromium)
{
    private static readonly Dictionary<Audience, int> Ratings = new()
    {
        [Audience.Executive] = 5,
        [Audience.Employee] = 3,
        [Audience.Customer] = 1,
    };

    [Fact]
    public async Task Three_audiences_answer_and_Ana_downloads_the_gap_that_their_answers_make()
    {
        await using var demo = await Demo.Start();
        List<IPage> windows = [];
        foreach (var (audience, rating) in Ratings)
        {
            var window = await chromium.Window();
            windows.Add(window);
            await new Respondent(window, rating).Answer(demo.LinkBelow($"one of the {audience.ToString().ToLowerInvariant()}s"));
            Assert.EndsWith("/thanks", window.Url, StringComparison.Ordinal);
        }

        var ana = await chromium.Window();
        await demo.SignIn(ana);
        await ana.CloseWave();
        var text = await Pdf.Text(await Download(ana));

        Assert.Contains("Alpenblick Versicherung", text, StringComparison.Ordinal);
        Assert.Contains(Signed(Gap("first_contact")), text, StringComparison.Ordinal);
        Assert.Contains(Signed(Gap("friendliness")), text, StringComparison.Ordinal);
        await AfterwardsNoPageHasABarrier(windows[0]);
    }

    /// <summary>A closed wave tells its respondents something else, on the first page and about what is kept.</summary>
    private static async Task AfterwardsNoPageHasABarrier(IPage respondent)
    {
        var root = respondent.Url[..^"de/thanks".Length];
        foreach (var language in Respondent.Languages)
        {
            await Barriers.HasNoBarrierInAnyColours(respondent, $"{root}{language}");
            await Barriers.HasNoBarrierInAnyColours(respondent, $"{root}{language}/privacy");
        }
    }

    private static async Task<string> Download(IPage ana)
    {
        var waiting = ana.WaitForDownloadAsync();
        await ana.Locator("a[href*='report']").First.ClickAsync();
        return await (await waiting).PathAsync();
    }

    /// <summary>Executives minus customers, worked out from the demo's file and the three answers of this test.</summary>
    private static double Gap(string question) => Mean(question, Audience.Executive) - Mean(question, Audience.Customer);

    private static double Mean(string question, Audience audience)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "templates", "demo", "wave-2.csv"));
        var column = lines[0].Split(',').ToList().IndexOf(question);
        return lines.Skip(1)
            .Where(line => line.StartsWith($"{audience.ToString().ToLowerInvariant()},", StringComparison.Ordinal))
            .Select(line => line.Split(',')[column])
            .Where(cell => cell is not ("" or "na"))
            .Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))
            .Append(Ratings[audience])
            .Average();
    }

    private static string Signed(double points) =>
        points.ToString("+0.0;−0.0", CultureInfo.InvariantCulture).Replace('.', ',');
}
