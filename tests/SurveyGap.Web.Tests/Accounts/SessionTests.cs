using System.Net;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Accounts;

/// <summary>How long one stays signed in.</summary>
public sealed class SessionTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_session_that_is_kept_busy_ends_after_half_a_day_whatever_its_language()
    {
        using var browser = await SignedIn();
        for (var hours = 3; hours <= 9; hours += 3)
        {
            app.Clock.Advance(TimeSpan.FromHours(3));
            Assert.Equal(HttpStatusCode.OK, await Start(browser));
        }

        await Post(browser, "/account/language", ("language", "en"));
        app.Clock.Advance(TimeSpan.FromMinutes(179));
        Assert.Equal(HttpStatusCode.OK, await Start(browser));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Redirect, await Start(browser));
    }

    [Fact]
    public async Task Signing_out_ends_every_session_of_the_account_within_a_minute()
    {
        using var browser = await SignedIn();
        using var copied = await SignedIn();

        await Post(browser, "/sign-out");
        app.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.Redirect, await Start(copied));
    }

    private async Task<HttpClient> SignedIn()
    {
        var browser = app.Anonymous();
        Assert.Equal(HttpStatusCode.Redirect, (await TestApp.SignIn(browser, Person.Ben.Email, Person.Password)).StatusCode);
        return browser;
    }

    private static async Task<HttpStatusCode> Start(HttpClient browser)
    {
        using var page = await browser.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        return page.StatusCode;
    }

    private static async Task Post(HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        var form = fields.ToDictionary(field => field.Name, field => field.Value);
        form["form-token"] = await TestApp.FormToken(browser, "/");
        using var response = await browser.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(form), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }
}
