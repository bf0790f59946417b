using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using SurveyGap.Testing;
using SurveyGap.Web.Tests.SecondFactor;

namespace SurveyGap.Web.Tests.Administration;

/// <summary>What Dora, who runs the installation, does to others' accounts.</summary>
public sealed partial class AdministrationTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Accounts = "/administration/accounts";
    private const string Good = "fünf Enten auf dem See";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_mail_server_the_link_of_a_new_account_is_shown_once()
    {
        using var shown = await Post($"{Accounts}/new", Accounts, ("name", "Lea «L.» <b>"), ("email", "lea@example.org"), ("language", "en"));
        var page = await shown.Content.ReadAsStringAsync(Stop);
        var link = PasswordPath().Match(page).Groups["path"].Value;
        using var browser = app.Anonymous();

        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.DoesNotContain("<b>", page[page.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
        using var chosen = await browser.Post(link, link, ("password", Good));
        Assert.Equal(HttpStatusCode.Redirect, (await TestApp.SignIn(browser, "lea@example.org", Good)).StatusCode);
    }

    [Theory]
    [InlineData("", "max@example.org", "Fehler: Bitte schreiben Sie einen Namen")]
    [InlineData("Max", "max", "Fehler: Das ist keine E-Mail-Adresse")]
    [InlineData("Max", "ANA@example.org", "Fehler: Diese Adresse hat schon ein Konto")]
    public async Task What_cannot_be_an_account_is_told_so_and_nothing_typed_is_lost(string name, string email, string told)
    {
        using var refused = await Post($"{Accounts}/new", Accounts, ("name", name), ("email", email), ("language", "de"));
        var page = await refused.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{email}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disabled_account_loses_its_session_and_gets_in_again_once_it_is_enabled()
    {
        using var browser = await SignedIn(Person.Cleo);
        await Post(Accounts, $"{Accounts}/{Person.Cleo.Id}/disablement");
        app.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.Redirect, await Get(browser, "/"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TestApp.SignIn(browser, Person.Cleo.Email, Person.Password)).StatusCode);

        await Post(Accounts, $"{Accounts}/{Person.Cleo.Id}/disablement/end");
        Assert.Equal(HttpStatusCode.Redirect, (await TestApp.SignIn(browser, Person.Cleo.Email, Person.Password)).StatusCode);
    }

    [Fact]
    public async Task A_membership_opens_a_client_and_its_end_ends_the_session()
    {
        var client = $"/clients/{Cast.Alpenblick.Id}";
        using var browser = await SignedIn(Person.Jakob);
        Assert.Equal(HttpStatusCode.NotFound, await Get(browser, client));

        await Post(Accounts, "/administration/memberships", ("account", $"{Person.Jakob.Id}"), ("tenant", $"{Cast.Alpenblick.Id}"), ("role", "Reader"));
        Assert.Equal(HttpStatusCode.OK, await Get(browser, client));
        Assert.Equal(HttpStatusCode.Forbidden, await Get(browser, $"{client}/audit"));

        await Post(Accounts, "/administration/memberships/end", ("account", $"{Person.Jakob.Id}"), ("tenant", $"{Cast.Alpenblick.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await Get(browser, client));
        app.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Redirect, await Get(browser, "/"));
    }

    [Fact]
    public async Task Dora_cannot_lock_herself_out()
    {
        await Post(Accounts, $"{Accounts}/{Person.Dora.Id}/disablement");
        await Post(Accounts, $"{Accounts}/{Person.Dora.Id}/administrator/end");
        app.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.OK, await Get(await app.As(Person.Dora), Accounts));
    }

    [Fact]
    public async Task Who_is_made_an_administrator_administers_until_the_right_is_taken_away()
    {
        using var browser = await SignedIn(Person.Emil);
        await Post(Accounts, $"{Accounts}/{Person.Emil.Id}/administrator");
        Assert.Equal(HttpStatusCode.OK, await Get(browser, Accounts));

        await Post(Accounts, $"{Accounts}/{Person.Emil.Id}/administrator/end");
        Assert.Equal(HttpStatusCode.Forbidden, await Get(browser, Accounts));
    }

    [Fact]
    public async Task Whoever_lost_phone_and_codes_gets_in_after_a_reset_that_the_audit_names()
    {
        using var browser = await SignedIn(Person.Ben);
        await Authenticator.SetUp(app, browser);

        await Post(Accounts, $"{Accounts}/{Person.Ben.Id}/second-factor/end");

        using var again = await SignedIn(Person.Ben);
        Assert.Equal(HttpStatusCode.OK, await Get(again, "/"));
        Assert.Equal(1, await app.Database.Client.Run(Guid.Empty, db => db.ExecuteScalarAsync<long>(
            "select count(*) from audit where account_id = @by and action = 'second factor reset' and subject ->> 'account' = @whose",
            new { by = Person.Dora.Id, whose = $"{Person.Ben.Id}" }), Stop));
    }

    [Fact]
    public async Task A_new_client_belongs_to_whoever_is_to_look_after_it()
    {
        using var added = await Post("/administration/clients/new", "/administration/clients", ("name", "Molkerei Rütli"), ("consultant", $"{Person.Ana.Id}"));
        using var unnamed = await Post("/administration/clients/new", "/administration/clients", ("name", " "), ("consultant", ""));
        var client = added.Headers.Location!.ToString().Split('/')[^1];

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unnamed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await Get(await app.As(Person.Ana), $"/clients/{client}"));
        // Creating a client opens it to nobody else, the administrator included.
        Assert.Equal(HttpStatusCode.NotFound, await Get(await app.As(Person.Dora), $"/clients/{client}"));
    }

    private async Task<HttpResponseMessage> Post(string page, string address, params (string Name, string Value)[] fields) =>
        await (await app.As(Person.Dora)).Post(page, address, fields);

    private async Task<HttpClient> SignedIn(Person person)
    {
        var browser = app.Anonymous();
        Assert.Equal("/", (await TestApp.SignIn(browser, person.Email, Person.Password)).Headers.Location!.ToString());
        return browser;
    }

    private static async Task<HttpStatusCode> Get(HttpClient browser, string path)
    {
        using var page = await browser.GetAsync(new Uri(path, UriKind.Relative), Stop);
        return page.StatusCode;
    }

    [GeneratedRegex(@"<code>http://[^/]+(?<path>/password/[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PasswordPath();
}
