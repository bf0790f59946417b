using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SurveyGap.Testing;
using SurveyGap.Web.Tests.Questionnaires;

namespace SurveyGap.Web.Tests.Preview;

/// <summary>Ana looks at the respondents' pages before anybody is asked.</summary>
public sealed class PreviewTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_frames_show_the_same_page_and_only_we_may_frame_it()
    {
        var desk = await Desk.Of(app);
        var (page, policy) = await Get(Path(desk, "?audience=employee&spoken=fr"));
        var sources = page.QuerySelectorAll("iframe").Select(frame => frame.GetAttribute("src")!).ToList();

        Assert.Equal([Path(desk, "/employee/fr"), Path(desk, "/employee/fr")], sources);
        Assert.Equal("390", page.QuerySelector(".phone iframe")!.GetAttribute("width"));
        Assert.Contains("frame-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        var (_, framed) = await Get(sources[0]);
        Assert.Contains("frame-ancestors 'self'", framed, StringComparison.Ordinal);
        Assert.DoesNotContain("frame-src", framed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("customer", "de", "Wie bewerten Sie die Ehrlichkeit des Unternehmens Ihnen gegenüber?")]
    [InlineData("executive", "en", "How would you rate our honesty towards customers?")]
    public async Task Every_page_can_be_walked_by_links_and_speaks_to_its_group(string audience, string language, string wording)
    {
        var desk = await Desk.Of(app);
        var (page, _) = await Get(Path(desk, $"/{audience}/{language}"));
        List<string> read = [];
        for (var next = page.QuerySelector("a.button.first"); next is not null && !next.GetAttribute("href")!.EndsWith(language, StringComparison.Ordinal); next = page.QuerySelector("a.button.first"))
        {
            (page, _) = await Get(next.GetAttribute("href")!);
            read.Add(page.QuerySelector("main")!.TextContent);
        }

        Assert.Equal(9, read.Count);
        Assert.Contains(read, text => text.Contains(wording, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_preview_sends_nothing_anywhere()
    {
        var desk = await Desk.Of(app);
        var (page, _) = await Get(Path(desk, "/customer/de/1"));
        var form = page.QuerySelector("form")!;

        Assert.Equal("dialog", form.GetAttribute("method"));
        Assert.Empty(page.QuerySelectorAll("button, script, input[type=submit]"));
        Assert.DoesNotContain("answer/", page.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_questions_are_those_of_the_respondents_own_page()
    {
        var desk = await Desk.Of(app);
        var (page, _) = await Get(Path(desk, "/customer/de/2"));

        Assert.NotEmpty(page.QuerySelectorAll("fieldset.question input[type=radio]"));
        Assert.NotEmpty(page.QuerySelectorAll("textarea[name^=comment-]"));
        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Where_a_wording_is_missing_the_preview_shows_the_gap()
    {
        var desk = await Desk.Of(app);
        Desk.Saved(await desk.Send("/questions/needs_known", ("customer.it", "")));

        Assert.Contains("[it …]", (await Get(Path(desk, "/customer/it/2"))).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/customer/es")]
    [InlineData("/nobody/de")]
    [InlineData("/customer/de/99")]
    [InlineData("/customer/de/0")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        var desk = await Desk.Of(app);
        using var response = await (await app.As(Person.Ana)).GetAsync(new Uri(Path(desk, path), UriKind.Relative), Stop);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }

    private static string Path(Desk desk, string rest) => $"/clients/{Cast.Alpenblick.Id}/waves/{desk.Wave}/preview{rest}";

    private async Task<(IHtmlDocument Page, string Policy)> Get(string path)
    {
        using var response = await (await app.As(Person.Ana)).GetAsync(new Uri(path, UriKind.Relative), Stop);
        response.EnsureSuccessStatusCode();
        return (await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Stop)), response.Headers.GetValues("Content-Security-Policy").Single());
    }
}
