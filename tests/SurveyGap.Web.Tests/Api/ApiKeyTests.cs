using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using SurveyGap.Testing;
using SurveyGap.Web.Features.ApiKeys;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Tests.Api;

/// <summary>Keys: told once, kept as hashes, revoked at once, and named by whatever is done with them.</summary>
public sealed partial class ApiKeyTests(TestApp app) : IClassFixture<TestApp>
{
    private static string Page => $"/clients/{Cast.Alpenblick.Id}/api-keys";

    [Fact]
    public async Task Ana_makes_a_key_that_is_told_once_and_kept_as_a_hash()
    {
        var ana = await app.As(Person.Ana);
        var key = await Make(ana, "SAP", "Results");

        Assert.DoesNotContain(key, await ana.GetStringAsync(new Uri(Page, UriKind.Relative), Cancellation), StringComparison.Ordinal);
        var row = await app.Database.Client.Run(Cast.Alpenblick.Id, db => db.QuerySingleAsync<string>("select to_jsonb(k)::text from api_key k where name = 'SAP'"));
        Assert.DoesNotContain(key["surveygap_".Length..], row, StringComparison.Ordinal);
        Assert.Contains($"\"ending\": \"{key[^4..]}\"", row, StringComparison.Ordinal);
        Assert.Contains("\"last_used_on\": null", row, StringComparison.Ordinal);

        using var machine = Machine.Showing(app, key);
        Assert.Equal(HttpStatusCode.OK, (await machine.Get("studies")).StatusCode);
        Assert.Contains("zuletzt benutzt am", await ana.GetStringAsync(new Uri(Page, UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_key_and_an_expired_one_open_nothing_any_more()
    {
        var ana = await app.As(Person.Ana);
        var (revoked, expiring) = (await Make(ana, "Altes System", "People"), await Make(ana, "Gastzugang", "People", days: "30"));
        using var first = Machine.Showing(app, revoked);
        using var second = Machine.Showing(app, expiring);
        Assert.Equal(HttpStatusCode.OK, (await first.Get("studies")).StatusCode);

        var page = await ana.GetStringAsync(new Uri(Page, UriKind.Relative), Cancellation);
        await ana.Post(Page, Revocation().Matches(page)[1].Value); // the newest key stands first
        await Machine.Problem(await first.Get("studies"), 401);
        Assert.Equal(HttpStatusCode.OK, (await second.Get("studies")).StatusCode);

        await app.Database.Client.Run(Cast.Alpenblick.Id, db => db.ExecuteAsync("update api_key set expires_at = now() - interval '1 second' where name = 'Gastzugang'"));
        await Machine.Problem(await second.Get("studies"), 401);
    }

    [Fact]
    public async Task A_key_needs_a_name_and_something_that_it_may_do()
    {
        var ana = await app.As(Person.Ana);
        foreach (var fields in new (string, string)[][] { [("name", " "), ("scopes", "Results")], [("name", "Ohne Rechte")], [("name", new string('x', 101)), ("scopes", "Results")] })
        {
            var response = await ana.Post(Page, Page, fields);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
            Assert.Contains("Fehler:", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_audit_names_the_key_that_did_it()
    {
        var ana = await app.As(Person.Ana);
        var key = await Make(ana, "Personalsystem Nord", "People");
        using var machine = Machine.Showing(app, key);
        var added = await machine.Post($"waves/{Cast.Alpenblick.OpenWave}/people", new { people = new[] { new { email = "audit@post.example", audience = "customer" } } }, "audit");
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);

        var page = await ana.GetStringAsync(new Uri($"/clients/{Cast.Alpenblick.Id}/audit", UriKind.Relative), Cancellation);

        Assert.Contains("Schlüssel Personalsystem Nord", page, StringComparison.Ordinal);
        Assert.Contains("Personen hinzugefügt: Herbst", page, StringComparison.Ordinal);
        Assert.DoesNotContain(key, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessed_keys_are_counted_by_address_and_a_busy_key_by_itself()
    {
        using var guess = Machine.Showing(app, "surveygap_" + new string('A', 43));
        for (var i = 0; i < 30; i++)
            await guess.Get("studies");
        var stopped = await guess.Get("studies");
        await Machine.Problem(stopped, 429);
        Assert.NotNull(stopped.Headers.RetryAfter);

        // The same address, and a good key.
        using var busy = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.Results);
        Assert.Equal(HttpStatusCode.OK, (await busy.Get("studies")).StatusCode);
        HttpResponseMessage last;
        var calls = 1;
        do
            last = await busy.Get($"waves/{Guid.Empty}");
        while (++calls <= RateLimits.PerMinuteOfKey && last.StatusCode != HttpStatusCode.TooManyRequests);
        await Machine.Problem(await busy.Get("studies"), 429);
        Assert.True(calls > RateLimits.PerMinuteOfKey / 2);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<string> Make(HttpClient browser, string name, string scope, string days = "0")
    {
        var response = await browser.Post(Page, Page, ("name", name), ("scopes", scope), ("days", days));
        var page = await response.Content.ReadAsStringAsync(Cancellation);
        return Secret().Match(page) is { Success: true } match ? match.Value : throw new InvalidOperationException($"{response.StatusCode}: {page}");
    }

    [GeneratedRegex("surveygap_[A-Za-z0-9_-]{43}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secret();

    [GeneratedRegex("/clients/[0-9a-f-]+/api-keys/[0-9a-f-]+/revocation", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Revocation();
}
