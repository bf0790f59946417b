using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Mail;

namespace SurveyGap.Web.Tests.Accounts;

public sealed partial class PasswordResetTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Page = "/password-reset";
    private const string Good = "fünf Enten auf dem See";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_forgot_the_password_gets_a_link_that_works_once_and_for_an_hour()
    {
        await Ask(Person.Ana.Email.ToUpperInvariant());
        var link = LinkIn((await Mails(Person.Ana, 1)).Single());
        await Ask(Person.Ana.Email);
        using var browser = app.Anonymous();

        using var chosen = await browser.Post(link, link, ("password", Good));
        using var again = await browser.GetAsync(new Uri(link, UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.OK, chosen.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await TestApp.SignIn(browser, Person.Ana.Email, Good)).StatusCode);
        // The second request within five minutes filled nobody's mailbox.
        Assert.Single(await Mails(Person.Ana, 1));
    }

    [Fact]
    public async Task Nobody_learns_which_addresses_have_an_account()
    {
        var known = await Ask(Person.Ben.Email);
        var unknown = await Ask("nobody@example.org");

        Assert.Equal(known, unknown);
        await Mails(Person.Ben, 1);
    }

    [Fact]
    public async Task Asking_for_a_link_ends_nobodys_session()
    {
        var browser = await app.As(Person.Cleo);
        await Ask(Person.Cleo.Email);
        app.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri("/", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task The_link_is_in_the_mail_and_nowhere_else()
    {
        await Ask(Person.Dora.Email);
        var link = LinkIn((await Mails(Person.Dora, 1)).Single());
        var rows = await app.Database.Client.Run(Guid.Empty, db => db.QueryAsync<string>(
            "select to_jsonb(a)::text from account a union all select subject::text from audit"), Stop);

        Assert.DoesNotContain(link[^40..], string.Concat(rows) + app.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_address_is_told_so()
    {
        using var browser = app.Anonymous();
        using var page = await browser.Post(Page, Page, ("email", "ana"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.StatusCode);
    }

    private async Task<string> Ask(string email)
    {
        using var browser = app.Anonymous();
        using var page = await browser.Post(Page, Page, ("email", email));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var html = await page.Content.ReadAsStringAsync(Stop);
        return html[html.IndexOf("<main", StringComparison.Ordinal)..];
    }

    // It is sent behind the page's back.
    private async Task<IReadOnlyList<string>> Mails(Person person, int atLeast)
    {
        var folder = app.Services.GetRequiredService<MailSettings>().Folder;
        for (var attempt = 0; attempt < 150; attempt++)
        {
            var mails = Directory.Exists(folder)
                ? Directory.EnumerateFiles(folder, "*.eml").Select(File.ReadAllText).Where(mail => mail.Contains($"<{person.Email}>", StringComparison.Ordinal)).ToList()
                : [];
            if (mails.Count >= atLeast && mails.All(mail => LinkLine().IsMatch(Unfolded(mail))))
                return mails;
            await Task.Delay(100, Stop);
        }

        throw new TimeoutException($"No mail for {person.Name}.");
    }

    private static string LinkIn(string mail) => LinkLine().Match(Unfolded(mail)).Groups["path"].Value;

    private static string Unfolded(string mail) => mail.ReplaceLineEndings("\n").Replace("=\n", "", StringComparison.Ordinal);

    [GeneratedRegex(@"http://[^/\s]+(?<path>/password/[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LinkLine();
}
