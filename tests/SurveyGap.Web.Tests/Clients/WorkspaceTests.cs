using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Dapper;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Clients;

/// <summary>The start page and the pages of a wave that is not closed.</summary>
public sealed class WorkspaceTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string Wave = $"/clients/{Cast.Alpenblick.Id}/waves/{Cast.Alpenblick.OpenWave}";

    [Fact]
    public async Task Participation_is_shown_in_steps_of_five()
    {
        var page = await Read(Person.Ana, Wave);

        // Seven of twelve have answered in each group.
        Assert.Equal(["5", "5", "5"], page.QuerySelectorAll(".participation .number b").Select(number => number.TextContent));
    }

    [Fact]
    public async Task Nobody_is_named_on_the_page_of_a_wave() =>
        Assert.DoesNotContain("@example", (await Read(Person.Ana, Wave)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task A_reader_sees_the_closed_waves_only()
    {
        var page = await Read(Person.Ben, $"/clients/{Cast.Alpenblick.Id}");

        Assert.Contains("Frühling", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Herbst", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_without_a_client_is_told_what_to_do() =>
        Assert.NotNull((await Read(Person.Dora, "/")).QuerySelector(".empty"));

    [Fact]
    public async Task A_wave_that_ends_tomorrow_waits_on_the_start_page()
    {
        await app.Database.Client.Run(Cast.Bergbahn.Id, db => db.ExecuteAsync(
            "update wave set closes_at = now() + interval '1 day' where wave_id = @OpenWave", Cast.Bergbahn), TestContext.Current.CancellationToken);

        var page = await Read(Person.Cleo, "/");

        Assert.Equal("Eine Sache wartet auf Sie", page.QuerySelector("h1")!.TextContent);
        Assert.Equal($"/clients/{Cast.Bergbahn.Id}/waves/{Cast.Bergbahn.OpenWave}", page.QuerySelector(".errands a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_start_page_says_what_comes_next_at_each_company()
    {
        await app.Database.Client.Run(Cast.Bergbahn.Id, db => db.ExecuteAsync(
            "update wave set closes_at = now() + interval '9 days' where wave_id = @OpenWave", Cast.Bergbahn), TestContext.Current.CancellationToken);
        Assert.StartsWith("Schluss am ", await Next(), StringComparison.Ordinal);

        await app.Database.Client.Run(Cast.Bergbahn.Id, db => db.ExecuteAsync(
            "update wave set closes_at = now() - interval '1 day' where wave_id = @OpenWave", Cast.Bergbahn), TestContext.Current.CancellationToken);
        Assert.Equal("Welle schliessen", await Next());

        async Task<string> Next() => (await Read(Person.Cleo, "/")).QuerySelector("td[data-label='Als Nächstes']")!.TextContent;
    }

    [Fact]
    public async Task Every_page_of_a_demo_client_says_so()
    {
        await app.Database.Client.Run(Cast.Alpenblick.Id, db => db.ExecuteAsync(
            "update client set is_demo = true where client_id = @Id", new { Cast.Alpenblick.Id }), TestContext.Current.CancellationToken);

        foreach (var path in new[] { Wave, $"/clients/{Cast.Alpenblick.Id}", $"/clients/{Cast.Alpenblick.Id}/waves/{Cast.Alpenblick.ClosedWave}/results" })
            Assert.NotNull((await Read(Person.Ana, path)).QuerySelector(".demo-mark"));
    }

    [Fact]
    public async Task The_clients_colour_marks_the_page_through_a_style_with_a_nonce()
    {
        var style = (await Read(Person.Ana, Wave)).QuerySelector("head style")!;

        Assert.Contains("--spine: #a23b72", style.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(style.GetAttribute("nonce")!);
    }

    private async Task<IHtmlDocument> Read(Person person, string path)
    {
        var browser = await app.As(person);
        return await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));
    }
}
