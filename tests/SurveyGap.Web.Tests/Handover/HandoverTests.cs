using System.Net;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Invitations.Import;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Tests.Exports;
using SurveyGap.Web.Tests.Questionnaires;

namespace SurveyGap.Web.Tests.Handover;

/// <summary>Ana takes everything of her client with her.</summary>
public sealed class HandoverTests(TestApp app, HandoverTests.Elsewhere elsewhere) : IClassFixture<TestApp>, IClassFixture<HandoverTests.Elsewhere>
{
    private const string Study = "studies/01 Servicespiegel";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Another installation, which knows nothing of the first.</summary>
    public sealed class Elsewhere(TestCluster cluster) : TestApp(cluster);

    [Fact]
    public async Task It_holds_everything_in_its_place()
    {
        var zip = await Download();

        Assert.Equal("Alpenblick Versicherung", zip.Json("client.json").GetProperty("name").GetString());
        Assert.Contains("Alpenblick Versicherung", zip.Text("README.html"), StringComparison.Ordinal);
        Assert.Equal(2, zip.Text("README.html").Split("<th scope=\"row\">Servicespiegel</th><td>180</td>").Length - 1); // in both languages
        Assert.Equal(Cast.Logo, zip.Bytes("logo.png"));
        Assert.Contains("ana@example.org,consultant", zip.Text("members.csv"), StringComparison.Ordinal);
        var (open, closed) = (zip.Folder($"{Study}/waves/", "Herbst"), zip.Folder($"{Study}/waves/", "Frühling"));
        Assert.Equal("open", zip.Json($"{open}/wave.json").GetProperty("wave").GetProperty("state").GetString());
        Assert.Equal("customer", zip.Json($"{open}/wave.json").GetProperty("openLinks")[0].GetProperty("audience").GetString());
        Assert.Equal(36, zip.Table($"{open}/people.csv").Rows.Count);
        Assert.Contains("{{link}}", zip.Text($"{open}/mails/invitation.en.md"), StringComparison.Ordinal);
        Assert.DoesNotContain(zip.Names, name => name.StartsWith($"{open}/results", StringComparison.Ordinal));
        Assert.All((string[])["de", "en"], language => Assert.StartsWith("%PDF", Encoding.ASCII.GetString(zip.Bytes($"{closed}/results/{language}/report.pdf")[..4]), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_installation_takes_over_its_questionnaires()
    {
        var zip = await Download();
        foreach (var file in (string[])[$"{Study}/questionnaire/version 001.json", $"{zip.Folder($"{Study}/waves/", "Herbst")}/questionnaire.json"])
        {
            var desk = await Desk.Of(elsewhere);
            Desk.Saved(await desk.Send("/questions/honesty", ("label.de", "Etwas anderes")));

            Desk.Saved(await desk.Upload(zip.Text(file)));

            Assert.Equal(zip.Text(file), QuestionnaireFile.Write((await desk.Current()).Questionnaire));
        }
    }

    [Fact]
    public async Task Its_people_can_be_read_in_again_however_many_and_whatever_they_are_called()
    {
        await app.Database.Client.Run(Cast.Bergbahn.Id, db => db.ExecuteAsync("""
            insert into segment values (@Id, @OpenWave, 0, 'land', 'Land');
            insert into invitation (client_id, wave_id, invitation_id, name, email, language, audience, segments, token_hash, answered, bounced, created_at)
            select @Id, @OpenWave, gen_random_uuid(), '=Nora ' || n, 'nora' || n || '@post.example', 'de', 3, array['CH'],
                   decode(lpad(to_hex(n), 64, '0'), 'hex'), n % 2 = 0, n % 3 = 0, now()
            from   generate_series(1, 10001) n
            """, new { Cast.Bergbahn.Id, Cast.Bergbahn.OpenWave }), Stop);
        var zip = await Download(Person.Cleo, Cast.Bergbahn);
        var file = $"{zip.Folder($"{Study}/waves/", "Herbst")}/people.csv";

        var people = zip.Table(file);
        Assert.Equal(10_001 + 36, people.Rows.Count);
        Assert.Equal(10_001, people.Rows.Count(row => people[row, "name"] is string name && name.StartsWith("'=Nora ", StringComparison.Ordinal)));
        var read = PeopleTable.Read(zip.Bytes(file));
        Assert.Equal(
            [ColumnUse.Name, ColumnUse.Email, ColumnUse.Language, ColumnUse.Audience, "", "", "", "", ColumnUse.Segment], ColumnGuess.Of(read));
    }

    [Fact]
    public async Task Results_are_the_files_of_the_results_page_and_nothing_else_is_known_of_them()
    {
        var wave = await new WithheldWave().Enter(app, Cast.Alpenblick);
        var zip = await Download();
        var results = $"{zip.Folder("studies/", "@Studie")}/waves/{zip.Names.First(name => name.Contains(WithheldWave.Name, StringComparison.Ordinal)).Split('/')[3]}/results/de";
        var ben = await app.As(Person.Ben);

        foreach (var file in (string[])["questions.csv", "segments.csv", "predictions.csv", "results.json"])
            Assert.Equal(await ben.GetByteArrayAsync(new Uri($"/clients/{Cast.Alpenblick.Id}/waves/{wave}/exports/{file}?language=de", UriKind.Relative), Stop), zip.Bytes($"{results}/{file}"));
        Assert.Equal(
            ["company.csv", "dimensions.csv", "gaps.csv", "importance.csv", "method.csv", "predictions.csv", "questions.csv", "recommendation.csv", "report.pdf", "results.json", "results.xlsx", "segments.csv", "trend.csv"],
            zip.Names.Where(name => name.StartsWith(results, StringComparison.Ordinal)).Select(name => name[(results.Length + 1)..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_link_no_key_and_not_who_answered_is_in_any_file()
    {
        var zip = await Download();
        var (codes, people) = await app.Database.Client.Run(Cast.Alpenblick.Id, async db => (
            (await db.QueryAsync<string>("select code from open_link where client_id = @Id", new { Cast.Alpenblick.Id })).ToList(),
            (await db.QueryAsync<(Guid Id, byte[] Hash)>("select invitation_id, token_hash from invitation where client_id = @Id", new { Cast.Alpenblick.Id })).ToList()), Stop);
        var keys = app.Services.GetRequiredService<WaveKeyFolder>().Find(Cast.Alpenblick.OpenWave)!;
        string[] secrets =
        [
            .. codes,
            .. people.SelectMany(person => (string[])[$"{person.Id}", Convert.ToHexString(person.Hash), Convert.ToBase64String(person.Hash), keys.Link(person.Id, epoch: 1).Reveal()]),
            Convert.ToHexString(keys.Seal), Convert.ToBase64String(keys.Seal),
            // What counts and invitations are called in the database.
            "\"levels\"", "\"combinations\"", "\"answered\"", ",answered", "token",
        ];

        Assert.NotEmpty(codes);
        Assert.NotEmpty(people);
        // A report is compressed inside, and tested elsewhere; the page that explains says what is not there.
        foreach (var name in zip.Names.Where(name => !name.EndsWith(".pdf", StringComparison.Ordinal) && name != "README.html"))
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, zip.Text(name), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Who_took_it_stands_in_the_audit_and_in_the_file_itself()
    {
        var zip = await Download();
        var audit = await (await app.As(Person.Ana)).GetStringAsync(new Uri($"/clients/{Cast.Alpenblick.Id}/audit?deed=client%20handed%20over", UriKind.Relative), Stop);

        Assert.Contains("Alles heruntergeladen", audit, StringComparison.Ordinal);
        Assert.Contains("client handed over", zip.Text("audit.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_found_in_the_clients_details_and_before_a_deletion()
    {
        var ana = await app.As(Person.Ana);

        foreach (var page in (string[])["settings", "deletion"])
            Assert.Contains($"href=\"/clients/{Cast.Alpenblick.Id}/handover\"", await ana.GetStringAsync(new Uri($"/clients/{Cast.Alpenblick.Id}/{page}", UriKind.Relative), Stop), StringComparison.Ordinal);
    }

    private async Task<HandedOver> Download(Person? person = null, TestClient? client = null)
    {
        var page = $"/clients/{(client ?? Cast.Alpenblick).Id}/handover";
        using var response = await (await app.As(person ?? Person.Ana)).Post(page, page);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/zip", response.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(".zip", response.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        return new HandedOver(await response.Content.ReadAsByteArrayAsync(Stop));
    }
}
