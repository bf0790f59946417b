using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Accounts;

namespace SurveyGap.Web.Tests.Accounts;

public sealed class PasswordTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Good = "fünf Enten auf dem See";

    [Theory]
    [InlineData("kurz", "Password.TooShort")]
    [InlineData("password1234", "Password.Common")]
    [InlineData("Passwort2026!", "Password.Common")]
    [InlineData("aaaaaaaaaaaaaaaa", "Password.Common")]
    [InlineData("ana.keller is here", "Password.LikeEmail")]
    [InlineData("drei Ziegen im Garten", null)]
    public void A_password_is_long_and_not_common(string password, string? fault) =>
        Assert.Equal(fault, Passwords.Fault(password, "ana.keller@example.org"));

    [Fact]
    public void A_password_may_have_128_characters_and_no_more()
    {
        var long128 = string.Concat(Enumerable.Repeat("Ziegengarten", 11))[..128];

        Assert.Null(Passwords.Fault(long128, "ana@example.org"));
        Assert.Equal("Password.TooLong", Passwords.Fault(long128 + "x", "ana@example.org"));
    }

    [Fact]
    public void A_hash_takes_as_many_rounds_as_it_must()
    {
        var hash = Convert.FromBase64String(app.Services.GetRequiredService<Passwords>().Hash(Good));

        // Identity's third format: a marker, the function (2 is HMAC-SHA512), the rounds.
        Assert.Equal(1, hash[0]);
        Assert.Equal(2u, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)));
        Assert.True(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)) >= 220_000);
    }

    [Fact]
    public async Task A_link_sets_a_password_once()
    {
        var link = await NewAccount("fritz@example.org");
        using var browser = app.Anonymous();

        using var first = await Choose(browser, link, Good);
        using var second = await browser.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, second.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await TestApp.SignIn(browser, "fritz@example.org", Good)).StatusCode);
    }

    [Fact]
    public async Task Whose_link_expired_gets_another_one_and_the_first_is_void()
    {
        var first = await NewAccount("ida@example.org");
        var second = await LinkAgain("Ida@Example.org");
        using var browser = app.Anonymous();

        using var old = await browser.GetAsync(new Uri(first, UriKind.Relative), TestContext.Current.CancellationToken);
        using var set = await Choose(browser, second!.AbsolutePath, Good);

        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await TestApp.SignIn(browser, "ida@example.org", Good)).StatusCode);
        Assert.Null(await LinkAgain("nobody@example.org"));
    }

    [Fact]
    public async Task A_common_password_is_refused_and_the_link_still_works()
    {
        var link = await NewAccount("gerda@example.org");
        using var browser = app.Anonymous();

        using var refused = await Choose(browser, link, "passwort1234");
        using var set = await Choose(browser, link, Good);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_of_the_old_one()
    {
        var links = app.Services.GetRequiredService<PasswordLink>();
        var account = await app.Services.GetRequiredService<AccountStore>().Find(Person.Ben.Id, TestContext.Current.CancellationToken);
        var browser = await app.As(Person.Ben);
        using var other = app.Anonymous();

        using var set = await Choose(other, links.For(Person.Ben.Id, account!.SecurityStamp).AbsolutePath, Good);
        app.Clock.Advance(TimeSpan.FromSeconds(61));
        using var page = await browser.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact]
    public async Task An_invented_link_is_a_friendly_page()
    {
        using var browser = app.Anonymous();
        using var page = await browser.GetAsync(new Uri("/password/invented", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("Dieser Link gilt nicht mehr", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_has_one_account_however_it_is_written()
    {
        await NewAccount("hans@example.org");

        Assert.Null(await Add("Hans@Example.org"));
    }

    private async Task<string> NewAccount(string email) => (await Add(email))!.AbsolutePath;

    private Task<Uri?> LinkAgain(string email) => app.Services.GetRequiredService<NewAccount>().LinkAgain(email, by: null, TestContext.Current.CancellationToken);

    private async Task<Uri?> Add(string email) => (await app.Services.GetRequiredService<NewAccount>()
        .Add(new AccountDraft(email, email, "de", IsAdministrator: false), by: null, TestContext.Current.CancellationToken))?.Link;

    private static async Task<HttpResponseMessage> Choose(HttpClient browser, string link, string password) => await browser.PostAsync(
        new Uri(link, UriKind.Relative),
        new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["form-token"] = await TestApp.FormToken(browser, link),
            ["password"] = password,
        }),
        TestContext.Current.CancellationToken);
}
