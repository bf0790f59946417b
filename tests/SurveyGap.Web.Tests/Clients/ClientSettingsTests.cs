using System.Net;
using AngleSharp.Html.Parser;
using Dapper;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Clients;

public sealed class ClientSettingsTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string Client = $"/clients/{Cast.Alpenblick.Id}";
    private static readonly string Page = $"{Client}/settings";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_Ana_sets_stands_on_the_pages_and_a_colour_that_nobody_would_see_is_darkened()
    {
        using var saved = await Save(("name", "Alpenblick «AG» & Söhne"), ("colour", "#fff200"), ("imprint", "Alpenblick AG\nBern"), ("privacyContact", "datenschutz@alpenblick.example"));
        Assert.EndsWith("news=Darker", saved.Headers.Location!.ToString(), StringComparison.Ordinal);

        var page = await new HtmlParser().ParseDocumentAsync(await (await app.As(Person.Ana)).GetStringAsync(new Uri(Page, UriKind.Relative), Stop));

        Assert.Contains("Alpenblick «AG» & Söhne", page.QuerySelector(".client")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("#fff200", page.QuerySelector("head style")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Alpenblick AG\nBern", page.QuerySelector("#imprint")!.TextContent);
        Assert.Equal("datenschutz@alpenblick.example", page.QuerySelector("#contact")!.TextContent);
        await Save(("name", Cast.Alpenblick.Name), ("colour", "#a23b72"));
    }

    [Theory]
    [InlineData("name", "")]
    [InlineData("colour", "red; } body { display: none")]
    [InlineData("locale", "xx-XX")]
    [InlineData("timeZone", "Mars/Olympus")]
    [InlineData("name", "\u200B\u2060")]
    public async Task What_cannot_be_is_refused_and_changes_nothing(string field, string value)
    {
        using var refused = await Save((field, value));
        var colour = await app.Database.Client.Run(Cast.Alpenblick.Id, db => db.ExecuteScalarAsync<string>("select color from client where client_id = @Id", new { Cast.Alpenblick.Id }), Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("#a23b72", colour);
    }

    [Fact]
    public async Task A_logo_is_taken_shown_as_nothing_but_a_picture_and_removed()
    {
        using var set = await Upload(Cast.Logo);
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);

        var ben = await app.As(Person.Ben);
        using var logo = await ben.GetAsync(new Uri($"{Client}/logo", UriKind.Relative), Stop);
        Assert.Equal("image/png", logo.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", logo.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(Cast.Logo, await logo.Content.ReadAsByteArrayAsync(Stop));
        using HttpRequestMessage known = new(HttpMethod.Get, $"{Client}/logo") { Headers = { { "If-None-Match", logo.Headers.ETag!.ToString() } } };
        Assert.Equal(HttpStatusCode.NotModified, (await ben.SendAsync(known, Stop)).StatusCode);

        await (await app.As(Person.Ana)).Post(Page, $"{Page}/logo/removal");
        Assert.Equal(HttpStatusCode.NotFound, (await ben.GetAsync(new Uri($"{Client}/logo", UriKind.Relative), Stop)).StatusCode);
        await Upload(Cast.Logo);
    }

    public static TheoryData<string> NoPictures => ["<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "GIF89a", "", "\u0089PNG\r\n\u001a\nhalf"];

    [Theory]
    [MemberData(nameof(NoPictures))]
    public async Task What_is_no_picture_is_no_logo(string file)
    {
        using var refused = await Upload(System.Text.Encoding.Latin1.GetBytes(file));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task A_logo_of_more_than_a_megabyte_is_refused()
    {
        using var large = await Upload(new byte[(1 << 20) + 1]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, large.StatusCode);
    }

    [Fact]
    public async Task A_client_with_an_open_wave_is_not_archived_and_one_without_leaves_the_start_page()
    {
        var cleo = await app.As(Person.Cleo);
        var page = $"/clients/{Cast.Bergbahn.Id}/settings";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cleo.Post(page, $"{page}/archive")).StatusCode);

        await app.Database.Client.Run(Cast.Bergbahn.Id, db => db.ExecuteAsync("update wave set closed_at = now() where wave_id = @OpenWave", Cast.Bergbahn), Stop);
        Assert.Equal(HttpStatusCode.Redirect, (await cleo.Post(page, $"{page}/archive")).StatusCode);
        var start = await new HtmlParser().ParseDocumentAsync(await cleo.GetStringAsync(new Uri("/", UriKind.Relative), Stop));
        Assert.Empty(start.QuerySelectorAll("table"));
        Assert.Contains(Cast.Bergbahn.Name, start.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await cleo.Post(page, $"{page}/archive/end");
        Assert.Contains("<table", await cleo.GetStringAsync(new Uri("/", UriKind.Relative), Stop), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Save(params (string Name, string Value)[] fields)
    {
        Dictionary<string, string> form = new() { ["name"] = Cast.Alpenblick.Name, ["colour"] = "#a23b72", ["locale"] = "de-CH", ["timeZone"] = "Europe/Zurich", ["imprint"] = "", ["privacyContact"] = "" };
        foreach (var (name, value) in fields)
            form[name] = value;
        return await (await app.As(Person.Ana)).Post(Page, Page, [.. form.Select(field => (field.Key, field.Value))]);
    }

    private async Task<HttpResponseMessage> Upload(byte[] file)
    {
        var ana = await app.As(Person.Ana);
        using MultipartFormDataContent form = new()
        {
            { new StringContent(await TestApp.FormToken(ana, Page)), "form-token" },
            { new ByteArrayContent(file), "logo", "logo.png" },
        };
        return await ana.PostAsync(new Uri($"{Page}/logo", UriKind.Relative), form, Stop);
    }
}
