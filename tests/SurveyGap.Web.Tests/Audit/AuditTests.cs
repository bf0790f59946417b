using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Dapper;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Audit;

public sealed class AuditTests(TestApp app) : IClassFixture<TestApp>
{
    private const string All = "/administration/audit";
    private static readonly string OfAlpenblick = $"/clients/{Cast.Alpenblick.Id}/audit";

    [Fact]
    public async Task Ana_reads_what_happened_at_her_client_and_nothing_else()
    {
        await Enter(Cast.Alpenblick.Id, Person.Ben, "wave closing", new { wave = Cast.Alpenblick.ClosedWave, responses = 169 });
        await Enter(Cast.Bergbahn.Id, Person.Cleo, "membership given", new { account = Person.Cleo.Id, role = "reader" });

        var page = await Read(Person.Ana, OfAlpenblick);

        Assert.Contains("Welle geschlossen und ausgezählt: Frühling", page, StringComparison.Ordinal);
        Assert.Contains("Antworten 169", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Person.Cleo.Name, page, StringComparison.Ordinal);
        // A filter names lines of the client, not another client.
        Assert.DoesNotContain(Person.Cleo.Name, await Read(Person.Ana, $"{OfAlpenblick}?tenant={Cast.Bergbahn.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dora_reads_all_clients_but_no_name_of_a_wave()
    {
        await Enter(Cast.Bergbahn.Id, Person.Cleo, "wave closing", new { wave = Cast.Bergbahn.ClosedWave });

        var page = await Read(Person.Dora, $"{All}?tenant={Cast.Bergbahn.Id}");

        Assert.Contains(Cast.Bergbahn.Name, page, StringComparison.Ordinal);
        Assert.Contains("Welle geschlossen", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Frühling", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.Alpenblick.Name, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_filtered_by_deed_and_person_and_an_unknown_deed_is_shown_as_written()
    {
        await Enter(Guid.Empty, Person.Emil, "<b>new deed</b>", new { });

        var page = await Read(Person.Dora, $"{All}?account={Person.Emil.Id}&deed={Uri.EscapeDataString("<b>new deed</b>")}");

        Assert.Single((await Parse(page)).QuerySelectorAll("tbody tr"));
        Assert.DoesNotContain("<b>", page[page.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("Nichts gefunden", await Read(Person.Dora, $"{All}?deed=none"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_stands_on_exactly_one_page()
    {
        for (var line = 0; line < 120; line++)
            await Enter(Guid.Empty, Person.Jakob, "numbered", new { number = line });

        List<string> seen = [];
        for (var address = $"{All}?deed=numbered"; address is not null;)
        {
            var page = await Parse(await Read(Person.Dora, address));
            seen.AddRange(page.QuerySelectorAll("tbody small").Select(detail => detail.TextContent));
            address = page.QuerySelector(".actions a")?.GetAttribute("href") is { } older ? All + older : null;
        }

        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("wave closing", "SurveyGap, zum Termin")]
    [InlineData("password refused", "ohne Anmeldung")]
    public async Task What_a_date_did_is_told_from_what_somebody_did_without_signing_in(string action, string who)
    {
        await Enter(Cast.Bergbahn.Id, null, action, new { });

        var page = await Parse(await Read(Person.Dora, $"{All}?tenant={Cast.Bergbahn.Id}&deed={Uri.EscapeDataString(action)}"));

        Assert.Contains(page.QuerySelectorAll("tbody td:first-of-type"), cell => cell.TextContent == who);
    }

    private Task<int> Enter(Guid client, Person? by, string action, object subject) => app.Database.Client.Run(client, db => db.ExecuteAsync(
        "insert into audit (client_id, audit_id, at, account_id, action, subject) values (@client, @id, date_trunc('second', now()), @by, @action, @subject::jsonb)",
        new { client, id = Guid.NewGuid(), by = by?.Id, action, subject = System.Text.Json.JsonSerializer.Serialize(subject) }));

    private async Task<string> Read(Person person, string path) =>
        await (await app.As(person)).GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private static Task<IHtmlDocument> Parse(string page) => new HtmlParser().ParseDocumentAsync(page);
}
