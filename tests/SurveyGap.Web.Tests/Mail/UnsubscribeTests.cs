using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Mail;

namespace SurveyGap.Web.Tests.Mail;

public sealed class UnsubscribeTests(TestApp app) : IClassFixture<TestApp>
{
    private const string OneClick = "List-Unsubscribe=One-Click";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Token(string address) => Keys.Seal(new Unsubscription(Cast.Alpenblick.Id, Cast.Alpenblick.Study, Keys.HashOf(address)));

    private MailKeys Keys => app.Services.GetRequiredService<MailKeys>();

    [Fact]
    public async Task Looking_changes_nothing_and_one_click_ends_the_mails_of_the_study()
    {
        var link = new Uri($"/unsubscribe/{Token("nora@post.example")}/de", UriKind.Relative);
        using var program = app.Anonymous();

        Assert.Contains("Keine Mails mehr?", await program.GetStringAsync(link, Stop), StringComparison.Ordinal);
        Assert.Empty(await Suppressed("nora@post.example"));

        using var click = new StringContent(OneClick, encoding: null, "application/x-www-form-urlencoded");
        var response = await program.PostAsync(link, click, Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["study"], await Suppressed("NORA@post.example"));
    }

    [Fact]
    public async Task The_page_also_ends_all_mails_of_the_client_and_pressing_twice_is_fine()
    {
        var link = new Uri($"/unsubscribe/{Token("jo@post.example")}/en", UriKind.Relative);
        using var browser = app.Anonymous();
        for (var i = 0; i < 2; i++)
        {
            using var form = new FormUrlEncodedContent([new("from", "all")]);
            var page = await (await browser.PostAsync(link, form, Stop)).Content.ReadAsStringAsync(Stop);
            Assert.Contains("You will get no more survey mail from Alpenblick", page, StringComparison.Ordinal);
        }

        Assert.Equal(["client"], await Suppressed("jo@post.example"));
    }

    [Theory]
    [InlineData("fr", "Plus de courriels?")]
    [InlineData("it", "Niente più e-mail?")]
    public async Task The_page_speaks_the_language_of_the_mail(string language, string title)
    {
        using var browser = app.Anonymous();

        Assert.Contains(title, await browser.GetStringAsync(new Uri($"/unsubscribe/{Token("nora@post.example")}/{language}", UriKind.Relative), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_was_changed_is_unknown()
    {
        var token = Token("kim@post.example");
        using var browser = app.Anonymous();
        using var form = new FormUrlEncodedContent([new("from", "all")]);

        foreach (var wrong in (string[])[token[..^1] + (token[^1] == 'A' ? 'Q' : 'A'), token[1..], "x", token + "AA"])
            Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(new Uri($"/unsubscribe/{wrong}/de", UriKind.Relative), form, Stop)).StatusCode);
        Assert.Empty(await Suppressed("kim@post.example"));
    }

    private Task<List<string>> Suppressed(string address) => app.Database.Client.Run(Cast.Alpenblick.Id, async db => Dapper.SqlMapper.AsList(await Dapper.SqlMapper.QueryAsync<string>(
        db,
        "select case when study_id is null then 'client' else 'study' end from suppression where address_hash = @hash",
        new { hash = Keys.HashOf(address) })), Stop);
}
