using System.Text;
using Dapper;
using SurveyGap.Testing;
using SurveyGap.Web.Features.ApiKeys;

namespace SurveyGap.Web.Tests.Api;

/// <summary>People in bulk: all or nothing, once, by the rules of the import, and never a link.</summary>
public sealed class ApiPeopleTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task People_come_in_with_their_segments_and_are_listed_page_by_page_without_a_link()
    {
        var wave = await Machine.Draft(app);
        using var machine = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.People);
        var people = Enumerable.Range(0, 5).Select(number => new { email = $"p{number}@post.example", name = $"Person {number}", audience = "customer", segments = new { Kanton = "Uri" } });

        var added = await Machine.Body(await machine.Post($"waves/{wave}/people", new { people }, "a"));
        Assert.Equal("""{"added":5,"known":0,"suppressed":0}""", added.ToJsonString());

        HashSet<string> seen = [];
        for (var path = $"waves/{wave}/people?limit=2"; ;)
        {
            var page = await machine.Read(path);
            foreach (var person in page["people"]!.AsArray())
            {
                Assert.True(seen.Add((string)person!["email"]!));
                Assert.Equal("""{"kanton":"Uri"}""", person["segments"]!.ToJsonString());
                Assert.Equal(["id", "email", "name", "language", "audience", "segments", "addedAfterOpening", "bounced", "unsubscribed", "revoked"], person.AsObject().Select(field => field.Key));
            }

            if (page["next"] is not { } next)
                break;
            path = $"waves/{wave}/people?limit=2&after={next}";
        }

        Assert.Equal(5, seen.Count);
    }

    [Fact]
    public async Task The_same_request_changes_nothing_twice_and_hears_the_same_another_one_is_refused()
    {
        var wave = await Machine.Draft(app);
        using var machine = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.People);
        object Body(string email) => new { people = new[] { new { email, audience = "employee" } } };

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => (await Machine.Body(await machine.Post($"waves/{wave}/people", Body("one@post.example"), "same"))).ToJsonString()));
        Assert.All(all, answer => Assert.Equal("""{"added":1,"known":0,"suppressed":0}""", answer));
        var other = await Machine.Problem(await machine.Post($"waves/{wave}/people", Body("two@post.example"), "same"), 422);
        Assert.Equal("idempotency-key-reused", (string?)other["code"]);
        Assert.Equal(1, await Count(wave));

        // Another program may use the same word.
        using var another = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.People);
        Assert.Equal(1, (int)(await Machine.Body(await another.Post($"waves/{wave}/people", Body("two@post.example"), "same")))["added"]!);

        // Nothing that is kept of it names anybody, and nobody can try out who it was.
        var kept = await app.Database.Client.Run(Cast.Alpenblick.Id, db => db.QueryAsync<string>("select to_jsonb(a)::text from api_answer a"));
        Assert.DoesNotContain(kept, row => row.Contains("post.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_wrong_person_keeps_all_out_and_each_fault_says_where_it_is()
    {
        var wave = await Machine.Draft(app);
        using var machine = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.People);
        var problem = await Machine.Problem(await machine.Post($"waves/{wave}/people", new
        {
            people = new object[]
            {
                new { email = "good@post.example", audience = "customer" },
                new { email = "nowhere", audience = "customer" },
                new { email = "GOOD@post.example", audience = "customer" },
                new { email = "x@post.example", audience = "customer", language = "tlh" },
                new { email = "y@post.example", audience = "customer", segments = new Dictionary<string, string> { ["a/b"] = new('w', 101) } },
            },
        }, "wrong"), 422);

        Assert.Equal(
            [("#/people/1/email", "bad-address"), ("#/people/2/email", "double"), ("#/people/3/language", "bad-language"), ("#/people/4/segments/a~1b", "long-segment")],
            problem["errors"]!.AsArray().Select(error => ((string)error!["pointer"]!, (string)error["code"]!)));
        Assert.Equal(0, await Count(wave));
    }

    [Theory]
    [InlineData("""{"people":[{"email":"a@post.example","audience":"chef"}]}""", "#/people/0/audience")]
    [InlineData("""{"people":[{"emial":"a@post.example","audience":"customer"}]}""", "#/people/0/emial")]
    [InlineData("""{"people":[{"audience":"customer"}]}""", "#/people/0")]
    [InlineData("""{"people":null}""", "#/people")]
    [InlineData("{\"people\":[", "#/people/0")]
    [InlineData("""{"people":[{"email":"a\ud800@post.example","audience":"customer"}]}""", "#/people/0/email")]
    public async Task A_body_that_does_not_fit_is_told_where_without_names_of_ours(string body, string place)
    {
        var wave = Cast.Alpenblick.OpenWave;
        using var machine = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.People);
        using StringContent content = new(body, Encoding.UTF8, "application/json");

        var problem = await Machine.Problem(await machine.Post($"waves/{wave}/people", content, "x"), 400);

        Assert.Equal(place, (string?)problem["errors"]![0]!["pointer"]);
        Assert.DoesNotContain("SurveyGap.", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_JSON_too_large_or_without_its_word_is_refused()
    {
        var address = $"waves/{Cast.Alpenblick.OpenWave}/people";
        using var machine = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.People);
        using StringContent csv = new("email\na@post.example", Encoding.UTF8, "text/csv");
        using StringContent large = new($"{{\"people\":[{new string(' ', 5 << 20)}]}}", Encoding.UTF8, "application/json");

        await Machine.Problem(await machine.Post(address, csv, "x"), 415);
        await Machine.Problem(await machine.Post(address, large, "x"), 413);
        await Machine.Problem(await machine.Post(address, new { people = new[] { new { email = "a@post.example", audience = "customer" } } }), 400);
        await Machine.Problem(await machine.Post(address, new { people = Array.Empty<object>() }, "x"), 422);
        await Machine.Problem(await machine.Post(address, new { people = new object?[] { null } }, "x"), 422);
        await Machine.Problem(await machine.Post($"{address}/removals", new { emails = new string?[] { null } }, "x"), 422);
    }

    [Fact]
    public async Task Whoever_comes_after_the_opening_carries_no_segments_and_naughty_texts_do_no_harm()
    {
        using var machine = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.People);
        var people = NaughtyStrings.All.Where(text => text.Length <= 100 && !text.Contains('\uffff', StringComparison.Ordinal)).Select((text, number) => new
        {
            email = $"naughty-{number}@post.example",
            name = text,
            audience = "customer",
            segments = new Dictionary<string, string> { ["Ort"] = text },
        }).ToList();

        var added = await Machine.Body(await machine.Post($"waves/{Cast.Alpenblick.OpenWave}/people", new { people }, "late"));

        Assert.Equal(people.Count, (int)added["added"]!);
        var listed = (await machine.Read($"waves/{Cast.Alpenblick.OpenWave}/people"))["people"]!.AsArray().Where(person => ((string?)person!["email"])?.StartsWith("naughty", StringComparison.Ordinal) == true).ToList();
        Assert.All(listed, person => Assert.True((bool)person!["addedAfterOpening"]! && person["segments"]!.AsObject().Count == 0));
    }

    [Fact]
    public async Task Removed_people_vanish_from_a_draft_and_in_an_open_wave_their_links_lead_nowhere()
    {
        using var machine = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.People);
        foreach (var (wave, left) in new[] { (await Machine.Draft(app), 0), (Cast.Alpenblick.OpenWave, 1) })
        {
            await machine.Post($"waves/{wave}/people", new { people = new[] { new { email = "leaver@post.example", audience = "employee" } } }, $"in {wave}");
            object leavers = new { emails = (string[])["LEAVER@post.example", "never-there@post.example"] };

            var removed = (await Machine.Body(await machine.Post($"waves/{wave}/people/removals", leavers, $"out {wave}"))).ToJsonString();

            Assert.Equal("""{"removed":1,"unknown":1}""", removed);
            Assert.Equal(removed, (await Machine.Body(await machine.Post($"waves/{wave}/people/removals", leavers, $"out {wave}"))).ToJsonString());
            Assert.Equal((left, left), await app.Database.Client.Run(Cast.Alpenblick.Id, db => db.QuerySingleAsync<(int, int)>(
                "select count(*)::int, count(revoked_at)::int from invitation where wave_id = @wave and email = 'leaver@post.example'", new { wave })));
        }

        var wrong = await Machine.Problem(await machine.Post($"waves/{Cast.Alpenblick.OpenWave}/people/removals", new { emails = (string[])["a@post.example", "nonsense"] }, "w"), 422);
        Assert.Equal("#/emails/1", (string?)wrong["errors"]![0]!["pointer"]);
        var closed = await Machine.Problem(await machine.Post($"waves/{Cast.Alpenblick.ClosedWave}/people/removals", new { emails = (string[])["a@post.example"] }, "c"), 409);
        Assert.Equal("wave-closed", (string?)closed["code"]);
    }

    private Task<int> Count(Guid wave) => app.Database.Client.Run(Cast.Alpenblick.Id, db =>
        db.ExecuteScalarAsync<int>("select count(*)::int from invitation where wave_id = @wave", new { wave }));
}
