using System.Net;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Accounts;

public sealed class AccountPageTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Page = "/account";
    private const string Good = "fünf Enten auf dem See";

    [Fact]
    public async Task Ana_changes_her_password_and_only_this_session_goes_on()
    {
        using var browser = await SignedIn(Person.Ana);
        using var other = await SignedIn(Person.Ana);

        using var wrong = await browser.Post(Page, "/account/password", ("current", "vier Ziegen im Garten"), ("password", Good));
        using var common = await browser.Post(Page, "/account/password", ("current", Person.Password), ("password", "passwort1234"));
        using var changed = await browser.Post(Page, "/account/password", ("current", Person.Password), ("password", Good));
        app.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, common.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await Start(browser));
        Assert.Equal(HttpStatusCode.Redirect, await Start(other));
        Assert.Equal(HttpStatusCode.Redirect, (await TestApp.SignIn(other, Person.Ana.Email, Good)).StatusCode);
    }

    [Fact]
    public async Task Ben_ends_all_other_sessions()
    {
        using var browser = await SignedIn(Person.Ben);
        using var other = await SignedIn(Person.Ben);

        using var ended = await browser.Post(Page, "/account/sessions/end");
        app.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.OK, await Start(browser));
        Assert.Equal(HttpStatusCode.Redirect, await Start(other));
    }

    [Fact]
    public async Task Cleo_sees_when_she_signed_in_and_that_somebody_tried()
    {
        using var stranger = app.Anonymous();
        await TestApp.SignIn(stranger, Person.Cleo.Email, "vier Ziegen im Garten");
        using var browser = await SignedIn(Person.Cleo);

        var page = await browser.GetStringAsync(new Uri(Page, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("angemeldet", page, StringComparison.Ordinal);
        Assert.Contains("abgewiesen: das Passwort stimmte nicht", page, StringComparison.Ordinal);
        Assert.Contains("Ihr Konto", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_pause_the_page_too()
    {
        using var browser = await SignedIn(Person.Dora);
        for (var attempt = 0; attempt < 5; attempt++)
            await browser.Post(Page, "/account/password", ("current", "vier Ziegen im Garten"), ("password", Good));

        using var right = await browser.Post(Page, "/account/password", ("current", Person.Password), ("password", Good));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
    }

    private async Task<HttpClient> SignedIn(Person person)
    {
        var browser = app.Anonymous();
        Assert.Equal(HttpStatusCode.Redirect, (await TestApp.SignIn(browser, person.Email, Person.Password)).StatusCode);
        return browser;
    }

    private static async Task<HttpStatusCode> Start(HttpClient browser)
    {
        using var page = await browser.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        return page.StatusCode;
    }
}
