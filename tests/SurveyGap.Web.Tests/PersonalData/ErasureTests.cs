using System.Net;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Testing;
using SurveyGap.Web.Features.PersonalData;
using SurveyGap.Web.Platform.Erasures;
using SurveyGap.Web.Tests.Shared;

namespace SurveyGap.Web.Tests.PersonalData;

/// <summary>Petra asks Ana what is stored on her, and then to be deleted. Cleo knows a Petra with the same address.</summary>
public sealed class ErasureTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private static readonly string Page = $"/clients/{Cast.Alpenblick.Id}/personal-data";

    private readonly Petra _petra = new(app, Cast.Alpenblick);
    private readonly Petra _other = new(app, Cast.Bergbahn);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Data => Path.GetDirectoryName(_petra.Mails)!;

    // One after the other, each from the beginning: the tests of a class share their app.
    public async ValueTask InitializeAsync()
    {
        File.Delete(app.Services.GetRequiredService<ErasureLog>().File);
        foreach (var client in (TestClient[])[Cast.Alpenblick, Cast.Bergbahn])
        {
            await app.Database.Client.Run(client.Id, db => db.ExecuteAsync(
                "delete from suppression; delete from invitation where email is not null; delete from wave where name = 'Winter'; delete from ballot; delete from outbox; update wave set people_deleted_at = null"), Stop);
        }

        await _petra.Enter();
        await _other.Enter();
    }

    [Fact]
    public async Task After_the_erasure_nothing_is_found_but_the_keyed_hash()
    {
        Assert.Equal(["invitation", "people_import"], await _petra.Tables());
        Assert.NotEmpty(Traces.InFiles(Data, Petra.Words));
        var files = Directory.GetFiles(_petra.Mails, "*", SearchOption.AllDirectories).Length;

        var erased = await Erase(await app.As(Person.Ana), Petra.Address);

        Assert.Equal(HttpStatusCode.OK, erased.StatusCode);
        Assert.Empty(await _petra.Tables());
        Assert.Equal(files / 2, Directory.GetFiles(_petra.Mails, "*", SearchOption.AllDirectories).Length);
        Assert.Equal((false, 1L), await _petra.Ballots());
        Assert.Equal(["erased"], await Rows<string>("select reason from suppression where address_hash = @Hash"));
        Assert.Empty(await Rows<Guid>("select mail_id from outbox where address_hash = @Hash"));
        Assert.Contains(app.Services.GetRequiredService<ErasureLog>().Since(DateTimeOffset.MinValue), line => line.AddressHash?.SequenceEqual(_petra.Hash) == true && line.Client == Cast.Alpenblick.Id);
        Assert.All(Petra.Words, word => Assert.DoesNotContain(word, app.Log.Text, StringComparison.OrdinalIgnoreCase));

        // Cleo's Petra has lost nothing.
        Assert.Equal(["invitation", "people_import"], await _other.Tables());
        Assert.Equal((true, 2L), await _other.Ballots());
        Assert.All(Traces.InFiles(Data, Petra.Words), file => Assert.StartsWith(_petra.Mails, file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_was_deleted_comes_in_by_no_door_again()
    {
        var ana = await app.As(Person.Ana);
        await Erase(ana, Petra.Address);

        var people = $"/clients/{Cast.Alpenblick.Id}/waves/{Cast.Alpenblick.OpenWave}/people";
        using var added = await ana.Post($"{people}/new", people, ("name", Petra.Name), ("email", Petra.Address), ("language", "de"), ("audience", "customer"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, added.StatusCode);
        using var import = await ana.Post($"{people}/import", $"{people}/import", ("text", $"E-Mail\n{Petra.Address}\n"), ("audience", "customer"), ("language", "de"));
        var preview = await ana.GetStringAsync(import.Headers.Location!, Stop);

        Assert.Contains("gesperrt", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("invitation", await _petra.Tables());
    }

    [Fact]
    public async Task The_address_has_to_be_typed_and_the_other_client_stays_closed()
    {
        var ana = await app.As(Person.Ana);

        using var mistyped = await ana.Post(Page, $"{Page}/erasure", ("address", Petra.Address), ("typed", "petra@kundschaft.example"));
        using var nonsense = await ana.Post(Page, $"{Page}/person", ("address", "Petra"));
        using var letter = await ana.Post(Page, $"{Page}/letter", ("letter", "made up"), ("spoken", "de"));

        Assert.All([mistyped, nonsense, letter], response => Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode));
        Assert.NotEmpty(await _petra.Tables());
    }

    [Fact]
    public async Task Two_who_delete_at_once_leave_one_line_and_it_names_nobody()
    {
        var erasure = app.Services.GetRequiredService<PersonErasure>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => erasure.Erase(Cast.Bergbahn.Id, _other.Hash, Person.Cleo.Id, Stop), Stop)));

        Assert.Empty(await _other.Tables());
        var lines = await app.Database.Client.Run(Cast.Bergbahn.Id, db => db.QueryAsync<string>("select subject::text from audit where action = 'person deleted'"), Stop);
        Assert.Equal("""{"waves": 3}""", Assert.Single(lines));
    }

    [Fact]
    public async Task A_deletion_that_was_promised_and_is_not_in_the_database_is_made_up_for()
    {
        app.Services.GetRequiredService<ErasureLog>().Person(Cast.Alpenblick.Id, _petra.Hash);

        await app.Services.GetRequiredService<PersonErasure>().Repeat(Stop);

        Assert.Empty(await _petra.Tables());
        Assert.NotEmpty(await _other.Tables());
    }

    [Fact]
    public async Task Whoever_is_marked_as_deleted_and_invited_all_the_same_is_deleted()
    {
        app.Services.GetRequiredService<ErasureLog>().Person(Cast.Alpenblick.Id, _petra.Hash);
        await app.Database.Client.Run(Cast.Alpenblick.Id, db => db.ExecuteAsync(
            "insert into suppression (client_id, suppression_id, address_hash, reason, created_at) values (@Id, gen_random_uuid(), @Hash, 'erased', now())", new { Cast.Alpenblick.Id, _petra.Hash }), Stop);

        await app.Services.GetRequiredService<PersonErasure>().Repeat(Stop);

        Assert.Empty(await _petra.Tables());
        Assert.Equal((false, 1L), await _petra.Ballots());
        Assert.NotEmpty(await _other.Tables());
    }

    [Fact]
    public async Task Somebody_who_leaves_a_running_wave_is_not_among_the_invited_any_more()
    {
        const string counted = "update wave set invited_customer = 12, opened_at = now() - interval '1 hour' where wave_id = @OpenWave; update invitation set added_after_opening = false where email is not null";
        await app.Database.Client.Run(Cast.Alpenblick.Id, db => db.ExecuteAsync(counted, new { Cast.Alpenblick.OpenWave }), Stop);

        await Erase(await app.As(Person.Ana), Petra.Address);

        Assert.Equal([11], await Rows<int>("select invited_customer from wave where wave_id = @OpenWave"));
    }

    [Fact]
    public async Task Petra_gets_a_letter_and_a_file_with_all_that_is_stored_and_not_whether_she_answered()
    {
        var ana = await app.As(Person.Ana);

        var page = await (await ana.Post(Page, $"{Page}/person", ("address", Petra.Address))).Content.ReadAsStringAsync(Stop);
        using var json = JsonDocument.Parse(await (await ana.Post(Page, $"{Page}/access", ("address", Petra.Address), ("format", "json"))).Content.ReadAsStringAsync(Stop));
        var letter = await Pdf.TextOf(await (await ana.Post(Page, $"{Page}/access", ("address", Petra.Address), ("format", "de"))).Content.ReadAsByteArrayAsync(Stop));

        Assert.Equal(["Frühling", "Herbst", "Winter"], json.RootElement.GetProperty("invitations").EnumerateArray().Select(invitation => invitation.GetProperty("wave").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(["invitation", "thanks", "thanks"], json.RootElement.GetProperty("mails").EnumerateArray().Select(mail => mail.GetProperty("kind").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal("unsubscribed", json.RootElement.GetProperty("suppressions")[0].GetProperty("reason").GetString());
        Assert.Equal("petra einzig.csv", json.RootElement.GetProperty("waitingFiles")[0].GetProperty("fileName").GetString());
        Assert.All([WebUtility.HtmlDecode(page), letter], text => Assert.All((string[])[Petra.Name, Petra.Address, "Frühling", "Herbst", "Winter", "petra einzig.csv", "abgemeldet am"], word => Assert.Contains(word, text, StringComparison.Ordinal)));
        Assert.All([page, letter, json.RootElement.GetRawText()], text => Assert.DoesNotContain("nora@", text, StringComparison.Ordinal));
        Assert.DoesNotContain("answered", json.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "Bestätigung der Löschung", "Servicespiegel, Winter", "noch nicht offen", "neben der Datenbank")]
    [InlineData("en", "Confirmation of deletion", "Servicespiegel, Winter", "not open yet", "beside the database")]
    public async Task A_letter_confirms_what_was_deleted_and_what_stays(string language, params string[] said)
    {
        var ana = await app.As(Person.Ana);
        var page = await (await Erase(ana, Petra.Address)).Content.ReadAsStringAsync(Stop);
        var sealedLetter = WebUtility.HtmlDecode(page.Split("name=\"letter\" value=\"")[1].Split('"')[0]);

        var letter = await Pdf.TextOf(await (await ana.Post(Page, $"{Page}/letter", ("letter", sealedLetter), ("spoken", language))).Content.ReadAsByteArrayAsync(Stop));

        Assert.All((string[])[.. said, Petra.Address, Petra.Name, Cast.Alpenblick.Name], words => Assert.Contains(words, letter, StringComparison.Ordinal));
        Assert.DoesNotContain("Entwurf", letter, StringComparison.Ordinal);
        // The other client's page opens no letter of this one.
        var cleo = await app.As(Person.Cleo);
        var foreign = $"/clients/{Cast.Bergbahn.Id}/personal-data";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cleo.Post(foreign, $"{foreign}/letter", ("letter", sealedLetter), ("spoken", language))).StatusCode);
    }

    private static Task<HttpResponseMessage> Erase(HttpClient browser, string address) =>
        browser.Post(Page, $"{Page}/erasure", ("address", address), ("typed", $" {address.ToUpperInvariant()} "));

    private Task<IEnumerable<T>> Rows<T>(string sql) =>
        app.Database.Client.Run(Cast.Alpenblick.Id, db => db.QueryAsync<T>(sql, new { _petra.Hash, Cast.Alpenblick.OpenWave }), Stop);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
