using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Accounts;

public sealed class LanguageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_account_keeps_the_language_whatever_the_browser_asks_for()
    {
        var browser = await app.As(Person.Ana);
        using var set = await browser.PostAsync(
            new Uri("/account/language", UriKind.Relative),
            new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["form-token"] = await TestApp.FormToken(browser, "/"),
                ["language"] = "en",
                ["return"] = "//elsewhere.example",
            }),
            TestContext.Current.CancellationToken);

        using var other = app.Anonymous();
        other.DefaultRequestHeaders.Add("Accept-Language", "de");
        await TestApp.SignIn(other, Person.Ana.Email, Person.Password);

        Assert.Equal("/", set.Headers.Location!.ToString());
        Assert.Contains("<html lang=\"en\">", await browser.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", await other.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
