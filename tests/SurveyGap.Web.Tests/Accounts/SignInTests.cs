using System.Net;
using Dapper;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Accounts;

public sealed class SignInTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Wrong = "vier Ziegen im Garten";

    [Fact]
    public async Task Ana_signs_in_and_sees_her_client()
    {
        var browser = await app.As(Person.Ana);

        var page = await browser.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains(Cast.Alpenblick.Name, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.Bergbahn.Name, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        var wrong = await Page(Person.Ben.Email, Wrong);
        var unknown = await Page("nobody@example.org", Wrong);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(wrong.Status, unknown.Status);
        Assert.Equal(wrong.Text, unknown.Text.Replace("nobody@example.org", Person.Ben.Email, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour()
    {
        using var browser = app.Anonymous();
        for (var attempt = 0; attempt < 5; attempt++)
            await TestApp.SignIn(browser, Person.Cleo.Email, Wrong);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TestApp.SignIn(browser, Person.Cleo.Email, Person.Password)).StatusCode);
        app.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.Redirect, (await TestApp.SignIn(browser, Person.Cleo.Email, Person.Password)).StatusCode);
    }

    [Fact]
    public async Task Guesses_that_arrive_together_are_all_counted()
    {
        var browsers = Enumerable.Range(0, 8).Select(_ => app.Anonymous()).ToList();
        await Task.WhenAll(browsers.Select(browser => TestApp.SignIn(browser, Person.Dora.Email, Wrong)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TestApp.SignIn(browsers[0], Person.Dora.Email, Person.Password)).StatusCode);
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var browser = app.Anonymous();
        await TestApp.SignIn(browser, Person.Ben.Email, Person.Password);
        await browser.PostAsync(
            new Uri("/sign-out", UriKind.Relative),
            new FormUrlEncodedContent(new Dictionary<string, string> { ["form-token"] = await TestApp.FormToken(browser, "/") }),
            TestContext.Current.CancellationToken);

        using var response = await browser.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/clients/of/mine", "/clients/of/mine")]
    public async Task After_signing_in_one_lands_on_this_site(string wished, string expected)
    {
        using var browser = app.Anonymous();
        var token = await TestApp.FormToken(browser, "/sign-in");
        using var response = await browser.PostAsync(
            new Uri("/sign-in", UriKind.Relative),
            new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["form-token"] = token,
                ["email"] = Person.Ana.Email,
                ["password"] = Person.Password,
                ["return"] = wished,
            }),
            TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Signing_in_leaves_a_line_in_the_audit()
    {
        await app.As(Person.Ana);

        var lines = await app.Database.Client.Run(Guid.Empty, db => db.ExecuteScalarAsync<long>(
            "select count(*) from audit where account_id = @Id and action = 'sign-in'", new { Person.Ana.Id }), TestContext.Current.CancellationToken);

        Assert.True(lines > 0);
    }

    private async Task<(HttpStatusCode Status, string Text)> Page(string email, string password)
    {
        using var browser = app.Anonymous();
        using var response = await TestApp.SignIn(browser, email, password);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("form-token", StringComparison.Ordinal)]);
    }
}
