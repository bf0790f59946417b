using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Closing;
using SurveyGap.Web.Features.Invitations;

namespace SurveyGap.Web.Tests.Answering;

/// <summary>Where links lead: those that work, those that did, and those that never were any.</summary>
public sealed class LinkTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_link_goes_into_a_cookie_and_out_of_the_address()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        var link = Phone.LinkOf(round, round.People[0]);

        var response = await phone.Get(link);
        var page = await phone.Open(link);

        Assert.Contains(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-survey-", StringComparison.Ordinal));
        Assert.True(response.Headers.CacheControl!.NoStore);
        var token = link[3..];
        Assert.All([response.Headers.Location!.OriginalString, page, await phone.Read($"{phone.Root}/1")], text => Assert.DoesNotContain(token, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unknown_and_revoked_links_look_alike()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        var (revoked, unknown) = (Phone.LinkOf(round, round.People[0]), $"/r/{System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}");
        await app.Database.Client.Run(round.Client, db => db.ExecuteAsync(
            "update invitation set revoked_at = now() where invitation_id = @Invitation", new { round.People[0].Invitation }), TestContext.Current.CancellationToken);

        var pages = new List<string>();
        foreach (var link in new[] { revoked, unknown, "/r/nonsense", "/o/nonsense" })
        {
            var response = await phone.Get(link);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.False(response.Headers.Contains("Set-Cookie"));
            pages.Add(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Assert.Single(pages.Distinct());
        Assert.DoesNotContain("Alpenblick", pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_revoked_opens_nothing_any_more_not_even_where_it_was_open()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        await phone.Open(Phone.LinkOf(round, round.People[0]));
        var binding = await phone.Binding($"{phone.Root}/1");
        await app.Database.Client.Run(round.Client, db => db.ExecuteAsync(
            "update invitation set revoked_at = now() where invitation_id = @Invitation", new { round.People[0].Invitation }), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, (await phone.Get($"{phone.Root}/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await phone.Post($"{phone.Root}/1", ("binding", binding))).StatusCode);
        Assert.Equal((0, 0), (await round.Count("draft"), await round.Count("ballot")));
    }

    [Fact]
    public async Task A_cookie_that_names_somebody_else_beside_ones_own_link_leads_nowhere()
    {
        using var round = await Phone.Wave(app);
        using var cleos = await Phone.Wave(app);
        var (mine, other) = (round.People[0], round.People[1]);
        var link = Phone.LinkOf(round, mine)[3..];

        Assert.Equal(HttpStatusCode.OK, await Status(Device.New(LinkKind.Personal, link, round.Client, mine.Invitation)));
        Assert.Equal(HttpStatusCode.NotFound, await Status(Device.New(LinkKind.Personal, link, round.Client, other.Invitation)));
        Assert.Equal(HttpStatusCode.NotFound, await Status(Device.New(LinkKind.Personal, link, cleos.Client, mine.Invitation)));
        Assert.Equal(HttpStatusCode.NotFound, await Status(Device.New(LinkKind.Open, link, round.Client)));

        async Task<HttpStatusCode> Status(Device device)
        {
            var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
            device.Write(context.Response, round.Wave, Round.Opening.AddDays(14));
            using var browser = app.Anonymous();
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/answer/{round.Wave}/de/1", UriKind.Relative));
            request.Headers.Add("Cookie", context.Response.Headers.SetCookie.ToString().Split(';')[0]);
            return (await browser.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
        }
    }

    [Fact]
    public async Task A_closed_wave_says_so_and_tells_what_became_of_the_answers()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        await phone.Open(Phone.LinkOf(round, round.People[^1]));
        await app.Services.GetRequiredService<WaveClosing>().Close(round.Order, TestContext.Current.CancellationToken);

        Assert.Contains("Diese Umfrage ist abgeschlossen", await phone.Read($"{phone.Root}/1"), StringComparison.Ordinal);
        var privacy = await phone.Read($"{phone.Root}/privacy");
        Assert.Contains("der Schlüssel auf dem Server ist gelöscht", privacy, StringComparison.Ordinal);
        Assert.Contains("Einzelne Antworten lassen sich nicht mehr löschen.", privacy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_wave_whose_key_is_away_is_not_said_to_be_closed()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        var link = Phone.LinkOf(round, round.People[^1]);
        await phone.Open(link);
        round.Keys.Delete(round.Wave);

        foreach (var path in new[] { link, phone.Root, $"{phone.Root}/1" })
        {
            var response = await phone.Get(path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.NotNull(response.Headers.RetryAfter);
        }
    }

    [Fact]
    public async Task The_privacy_page_speaks_of_this_wave_and_this_group()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        await phone.Open(Phone.LinkOf(round, round.People[0]));

        var privacy = await phone.Read($"{phone.Root}/privacy");

        var until = Round.Opening.AddDays(14).ToString("d. MMMM yyyy", CultureInfo.GetCultureInfo("de"));
        Assert.Contains($"Bis {until} sind Ihre Antworten vertraulich, noch nicht anonym.", privacy, StringComparison.Ordinal);
        Assert.Contains("Ihre Gruppe zählt 9 Personen: vertraulich, nicht anonym;", privacy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_link_takes_one_answer_a_person_and_the_next_person_begins_anew()
    {
        using var round = await Phone.Wave(app, onePage: true);
        using var phone = new Phone(app);
        var code = await app.Services.GetRequiredService<OpenLinkStore>().Ensure(round.Client, round.Wave, Audience.Customer, Round.Opening, TestContext.Current.CancellationToken);
        var page = FormPages.InOne(Mirror.Questionnaire, Audience.Customer)[0];
        await phone.Open($"/o/{code}");
        await phone.Send(page);
        await phone.Send(page);
        Assert.Equal(1, await round.Count("ballot"));

        var again = await phone.Open($"/o/{code}");
        Assert.Contains("Von diesem Gerät wurde schon geantwortet", again, StringComparison.Ordinal);
        await phone.Post($"{phone.Root}/next-person", ("binding", await phone.Binding(phone.Root)));
        await phone.Send(page);

        Assert.Equal(2, await round.Count("ballot"));
    }

    [Fact]
    public async Task The_next_person_at_a_shared_device_starts_afresh_and_finds_nothing_to_delete()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        var code = await app.Services.GetRequiredService<OpenLinkStore>().Ensure(round.Client, round.Wave, Audience.Customer, Round.Opening, TestContext.Current.CancellationToken);
        var pages = FormPages.Of(Mirror.Questionnaire, Audience.Customer);
        Assert.Contains("data-forget", await phone.Open($"/o/{code}"), StringComparison.Ordinal);
        await phone.Send(pages[0]);

        var again = await phone.Open($"/o/{code}");
        Assert.Contains("Weitermachen", again, StringComparison.Ordinal);
        Assert.Contains("Möchte jemand anders antworten?", again, StringComparison.Ordinal);
        Assert.DoesNotContain("data-forget", again, StringComparison.Ordinal);
        await phone.Post($"{phone.Root}/next-person", ("binding", await phone.Binding(phone.Root)));
        var afresh = await phone.Read(phone.Root);
        Assert.DoesNotContain("Weitermachen", afresh, StringComparison.Ordinal);
        Assert.Contains("data-forget", afresh, StringComparison.Ordinal);

        foreach (var page in pages)
            await phone.Send(page);
        var thanks = await phone.Read($"{phone.Root}/thanks");
        Assert.Contains("/deletion", thanks, StringComparison.Ordinal);
        Assert.Contains("solange diese Seite offen ist", thanks, StringComparison.Ordinal);
        Assert.All([await phone.Open($"/o/{code}"), await phone.Read($"{phone.Root}/1")], seen => Assert.DoesNotContain("/deletion", seen, StringComparison.Ordinal));

        await phone.Post($"{phone.Root}/next-person", ("binding", await phone.Binding(phone.Root)));
        Assert.DoesNotContain("/deletion", await phone.Read($"{phone.Root}/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_an_open_link_only_the_thanks_lead_to_deletion_and_not_an_address_that_somebody_types()
    {
        using var round = await Phone.Wave(app, onePage: true);
        using var phone = new Phone(app);
        var code = await app.Services.GetRequiredService<OpenLinkStore>().Ensure(round.Client, round.Wave, Audience.Customer, Round.Opening, TestContext.Current.CancellationToken);
        await phone.Open($"/o/{code}");
        await phone.Send(FormPages.InOne(Mirror.Questionnaire, Audience.Customer)[0]);
        var binding = ("binding", await phone.Binding($"{phone.Root}/thanks"));

        Assert.Equal(phone.Root, (await phone.Get($"{phone.Root}/deletion")).Headers.Location!.OriginalString);
        var asked = await (await phone.Post($"{phone.Root}/deletion", binding)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("name=\"sure\"", asked, StringComparison.Ordinal);
        Assert.Equal(1, await round.Count("ballot"));

        await phone.Post($"{phone.Root}/deletion", binding, ("sure", "true"));
        Assert.Equal(0, await round.Count("ballot"));
    }

    [Theory]
    [InlineData("de", "in einigen Sekunden")]
    [InlineData("en", "in a few seconds")]
    [InlineData("fr", "dans quelques secondes")]
    [InlineData("it", "tra qualche secondo")]
    public async Task What_fails_is_told_in_the_language_of_the_page(string language, string words)
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        await phone.Open(Phone.LinkOf(round, round.People[^1]));
        round.Keys.Delete(round.Wave);

        var page = await phone.Read($"{phone.Root[..^2]}{language}/1");

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wave_that_closes_at_midnight_is_open_until_the_day_before()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        var midnight = new DateTimeOffset(2049, 12, 31, 23, 0, 0, TimeSpan.Zero);
        await app.Database.Client.Run(round.Client, db => db.ExecuteAsync(
            "update wave set closes_at = @midnight, time_zone = 'Europe/Zurich' where wave_id = @Wave", new { midnight, round.Wave }), TestContext.Current.CancellationToken);

        Assert.Contains("31. Dezember 2049", await phone.Open(Phone.LinkOf(round, round.People[0])), StringComparison.Ordinal);
    }
}
