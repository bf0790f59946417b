using System.Net;
using Dapper;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.SecondFactor;

public sealed class SecondFactorTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Page = "/account/second-factor";
    private const string CodePage = "/sign-in/code";

    [Fact]
    public async Task Ana_sets_it_up_and_signs_in_with_the_code_of_the_moment()
    {
        var phone = await Authenticator.SetUp(app, await SignedIn(Person.Ana));
        using var browser = app.Anonymous();

        using var half = await TestApp.SignIn(browser, Person.Ana.Email, Person.Password);
        Assert.Equal(CodePage, half.Headers.Location!.ToString());
        // The password alone opens nothing.
        Assert.Equal(HttpStatusCode.Redirect, (await Get(browser, "/")).StatusCode);

        NextHalfMinute();
        var code = phone.Shows();
        using var refused = await browser.Post(CodePage, CodePage, ("code", code == "000000" ? "000001" : "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var signedIn = await browser.Post(CodePage, CodePage, ("code", $"{code[..3]} {code[3..]}"));
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Get(browser, "/")).StatusCode);

        using var other = app.Anonymous();
        await TestApp.SignIn(other, Person.Ana.Email, Person.Password);
        using var replayed = await other.Post(CodePage, CodePage, ("code", code));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, replayed.StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_opens_once_and_renewing_voids_the_others()
    {
        var browser = await SignedIn(Person.Ben);
        var phone = await Authenticator.SetUp(app, browser);
        Assert.Equal(10, phone.RecoveryCodes.Count);

        Assert.Equal(HttpStatusCode.Redirect, await SecondHalf(Person.Ben, phone.RecoveryCodes[0]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SecondHalf(Person.Ben, phone.RecoveryCodes[0]));
        Assert.Contains("9", await (await Get(browser, Page)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        using var renewed = await browser.Post(Page, $"{Page}/recovery-codes", ("password", Person.Password));
        var codes = Authenticator.CodesIn(await renewed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SecondHalf(Person.Ben, phone.RecoveryCodes[1]));
        Assert.Equal(HttpStatusCode.Redirect, await SecondHalf(Person.Ben, codes[0]));
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_account_like_five_wrong_passwords()
    {
        var phone = await Authenticator.SetUp(app, await SignedIn(Person.Cleo));
        using var browser = app.Anonymous();
        await TestApp.SignIn(browser, Person.Cleo.Email, Person.Password);
        for (var attempt = 0; attempt < 5; attempt++)
            await browser.Post(CodePage, CodePage, ("code", "no such code"));

        using var right = await browser.Post(CodePage, CodePage, ("code", phone.RecoveryCodes[0]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TestApp.SignIn(browser, Person.Cleo.Email, Person.Password)).StatusCode);

        app.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.Redirect, await SecondHalf(Person.Cleo, phone.RecoveryCodes[0]));
    }

    [Fact]
    public async Task It_is_removed_with_the_password_only_and_the_secret_is_never_readable()
    {
        var browser = await SignedIn(Person.Dora);
        var phone = await Authenticator.SetUp(app, browser);
        var kept = await app.Database.Client.Run(Guid.Empty, db => db.ExecuteScalarAsync<byte[]>(
            "select totp_secret from account where account_id = @Id", new { Person.Dora.Id }), TestContext.Current.CancellationToken);
        Assert.False(phone.IsReadableIn(kept!));

        using var refused = await browser.Post(Page, $"{Page}/removal", ("password", "vier Ziegen im Garten"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var removed = await browser.Post(Page, $"{Page}/removal", ("password", Person.Password));
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);

        using var again = app.Anonymous();
        using var signedIn = await TestApp.SignIn(again, Person.Dora.Email, Person.Password);
        Assert.Equal("/", signedIn.Headers.Location!.ToString());
    }

    [Fact]
    public async Task It_is_not_turned_on_without_the_password_or_a_right_code()
    {
        var browser = await SignedIn(Person.Emil);
        var page = await (await Get(browser, Page)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var offer = page[(page.IndexOf("name=\"offer\" value=\"", StringComparison.Ordinal) + 20)..];
        offer = offer[..offer.IndexOf('"', StringComparison.Ordinal)];

        using var wrongCode = await browser.Post(Page, Page, ("offer", offer), ("code", "12345"), ("password", Person.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrongCode.StatusCode);
        using var wrongPassword = await browser.Post(Page, Page, ("offer", offer), ("code", "123456"), ("password", "x"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrongPassword.StatusCode);
        // An offer of somebody else, or none.
        using var invented = await browser.Post(Page, Page, ("offer", "invented"), ("code", "123456"), ("password", Person.Password));
        Assert.Equal(HttpStatusCode.Redirect, invented.StatusCode);
    }

    [Fact]
    public async Task Without_a_password_there_is_no_page_for_the_code()
    {
        using var browser = app.Anonymous();
        using var page = await Get(browser, CodePage);

        Assert.EndsWith("/sign-in", page.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private void NextHalfMinute() => app.Clock.Advance(TimeSpan.FromSeconds(30));

    private async Task<HttpClient> SignedIn(Person person)
    {
        var browser = app.Anonymous();
        Assert.Equal(HttpStatusCode.Redirect, (await TestApp.SignIn(browser, person.Email, Person.Password)).StatusCode);
        return browser;
    }

    private async Task<HttpStatusCode> SecondHalf(Person person, string code)
    {
        using var browser = app.Anonymous();
        await TestApp.SignIn(browser, person.Email, Person.Password);
        using var response = await browser.Post(CodePage, CodePage, ("code", code));
        return response.StatusCode;
    }

    private static Task<HttpResponseMessage> Get(HttpClient browser, string path) =>
        browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
