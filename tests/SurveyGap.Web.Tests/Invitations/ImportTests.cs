using System.Net;
using System.Text;
using Dapper;
using SurveyGap.Testing;
using SurveyGap.Web.Tests.Planning;

namespace SurveyGap.Web.Tests.Invitations;

/// <summary>Ana brings people into a wave.</summary>
public sealed class ImportTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Guid Client = Cast.Alpenblick.Id;

    private readonly Desk _ana = new(app, Person.Ana);

    [Fact]
    public async Task A_file_is_looked_at_confirmed_and_in()
    {
        var wave = await _ana.Draft(Client);

        var import = await Upload(wave, Lines(12));
        var preview = await _ana.Read(import);
        Assert.Equal("12 neue Kundinnen und Kunden gefunden", preview.QuerySelector("h1")!.TextContent);
        Assert.Equal(["12", "0", "0", "0"], preview.QuerySelectorAll(".stats dt").Select(number => number.TextContent));
        Assert.Equal(10, preview.QuerySelectorAll(".preview tbody tr").Length);
        Assert.Equal(0, await People(wave));

        await _ana.Send($"{import}/confirmation");
        Assert.Equal("12 Personen hinzugefügt", (await _ana.Read(import)).QuerySelector("h1")!.TextContent);
        Assert.Equal(12, await People(wave));
        Assert.Equal(0, await Count(wave, "select count(*) from people_import where wave_id = @wave and content is not null"));
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        var wave = await _ana.Draft(Client);
        await Import(wave, Lines(6));
        var before = await Count(wave, "select sum(hashtext(invitation::text)) from invitation where wave_id = @wave");

        var again = await Upload(wave, Lines(6));
        Assert.Equal("Niemand Neues gefunden", (await _ana.Read(again)).QuerySelector("h1")!.TextContent);
        await _ana.Send($"{again}/confirmation");

        Assert.Equal(before, await Count(wave, "select sum(hashtext(invitation::text)) from invitation where wave_id = @wave"));
    }

    [Fact]
    public async Task Confirming_twice_at_once_adds_everybody_once()
    {
        var wave = await _ana.Draft(Client);
        var import = await Upload(wave, Lines(50));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _ana.Send($"{import}/confirmation")));

        Assert.Equal(50, await People(wave));
    }

    [Fact]
    public async Task Two_files_with_the_same_people_that_are_confirmed_at_once_add_each_person_once()
    {
        var wave = await _ana.Draft(Client);
        var first = await Upload(wave, Lines(3_000));
        // Read while nobody is in yet, and kept open by its failure: a second upload would take the place of the first.
        await Count(wave, "with kept as (update people_import set state = 'failed' where wave_id = @wave returning 1) select count(*) from kept");
        var second = await Upload(wave, Lines(4_000));

        await Task.WhenAll(_ana.Send($"{first}/confirmation"), _ana.Send($"{second}/confirmation"));
        for (var waited = 0; waited < 60 && await Count(wave, "select count(*) from people_import where wave_id = @wave and state <> 'done'") > 0; waited++)
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        Assert.Equal(2, await Count(wave, "select count(*) from people_import where wave_id = @wave and state = 'done'"));
        Assert.Equal(4_000, await People(wave));
    }

    [Fact]
    public async Task Whoever_came_in_by_a_page_after_the_file_was_read_stays_as_they_are()
    {
        var wave = await _ana.Draft(Client);
        var import = await Upload(wave, Lines(6));
        await _ana.Send($"{wave}/people", ("name", "Petra"), ("email", "P3@post.example"), ("language", "fr"), ("audience", "employee"));

        await _ana.Send($"{import}/confirmation");

        Assert.Equal("5 Personen hinzugefügt", (await _ana.Read(import)).QuerySelector("h1")!.TextContent);
        Assert.Equal(1, await Count(wave, "select count(*) from invitation where wave_id = @wave and lower(email) = 'p3@post.example' and name = 'Petra'"));
    }

    [Fact]
    public async Task A_column_that_was_guessed_wrong_is_corrected_before_anybody_comes_in()
    {
        var wave = await _ana.Draft(Client);
        var import = await Upload(wave, "E-Mail;Kürzel\nnora@post.example;NI\n");

        // The confirmation comes with another meaning than the one that was shown.
        await _ana.Send($"{import}/confirmation", ("columns", "email"), ("columns", "name"), ("audience", "employee"), ("language", "fr"));
        Assert.Equal(0, await People(wave));
        Assert.Equal("1 neue Mitarbeitende gefunden", (await _ana.Read(import)).QuerySelector("h1")!.TextContent);

        await _ana.Send($"{import}/confirmation", ("columns", "email"), ("columns", "name"), ("audience", "employee"), ("language", "fr"));
        Assert.Equal(1, await Count(wave, "select count(*) from invitation where wave_id = @wave and name = 'NI' and audience = 2 and language = 'fr'"));
    }

    [Fact]
    public async Task Segments_come_from_extra_columns_and_stand_behind_those_that_are_there()
    {
        var wave = await _ana.Draft(Client);
        await Import(wave, "email,language,segment:site\na@post.example,de,Luzern\n");
        await Import(wave, "email,language,segment:channel\nb@post.example,en,Telefon\n");

        Assert.Equal(1, await Count(wave, "select count(*) from invitation where wave_id = @wave and email = 'a@post.example' and segments = array['de', 'Luzern', null]"));
        Assert.Equal(1, await Count(wave, "select count(*) from invitation where wave_id = @wave and email = 'b@post.example' and segments = array['en', null, 'Telefon']"));
        Assert.Contains("haben seltene Segmente", (await _ana.Read($"{wave}/people")).QuerySelector(".notice.open")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_out_is_told_in_a_file_that_runs_no_formula()
    {
        var wave = await _ana.Draft(Client);
        var import = await Upload(wave, "E-Mail;Name\nnora@post.example;Nora\nzemp@beispiel;=1+1\n");

        var browser = await app.As(Person.Ana);
        var file = await browser.GetStringAsync(new Uri($"{import}/faults.csv", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("3,E-Mail,Adresse unvollständig oder unmöglich,zemp@beispiel,'=1+1", file, StringComparison.Ordinal);
        Assert.DoesNotContain("nora", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_a_file_is_shown_as_typed()
    {
        var wave = await _ana.Draft(Client);
        var import = await Upload(wave, "E-Mail;<script>alert(1)</script>\nnora@post.example;<b>\n");

        Assert.Empty((await _ana.Read(import)).QuerySelectorAll("main script, .preview td b"));
    }

    [Theory]
    [InlineData("PK\u0003\u0004", 1, "Excel")]
    [InlineData("nora@post.example\n", 1_870_000, "grösser als 32 MB")]
    public async Task A_file_that_cannot_be_read_says_why_and_keeps_nothing(string line, int times, string why)
    {
        var wave = await _ana.Draft(Client);

        var response = await _ana.Upload(
            $"{wave}/people/import", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, times))), "liste.xlsx", ("audience", "customer"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(why, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, await Count(wave, "select count(*) from people_import where wave_id = @wave"));
    }

    [Fact]
    public async Task An_import_that_was_cut_off_can_begin_again()
    {
        var wave = await _ana.Draft(Client);
        var import = await Upload(wave, Lines(5));
        await Count(wave, "with cut as (update people_import set state = 'running', touched_at = now() - interval '5 minutes' where wave_id = @wave returning 1) select count(*) from cut");
        Assert.NotNull((await _ana.Read(import)).QuerySelector("form[action$='/confirmation']"));

        await _ana.Send($"{import}/confirmation");

        Assert.Equal(5, await People(wave));
    }

    [Fact]
    public async Task A_hundred_thousand_people_come_in_with_progress_that_survives_a_reload()
    {
        var wave = await _ana.Draft(Client);
        var import = await Upload(wave, Lines(100_000));

        await _ana.Send($"{import}/confirmation");
        for (var waited = 0; waited < 120 && await People(wave) == 0; waited++)
        {
            Assert.NotNull((await _ana.Read(import)).QuerySelector("h1"));
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        }

        Assert.Equal(100_000, await People(wave));
    }

    [Fact]
    public async Task Cleo_sees_no_import_of_Anas()
    {
        var wave = await _ana.Draft(Client);
        var import = await Upload(wave, Lines(5));

        Assert.Equal(HttpStatusCode.NotFound, await new Desk(app, Person.Cleo).Status(import));
        Assert.Equal(HttpStatusCode.Forbidden, await new Desk(app, Person.Ben).Status(import));
    }

    private static string Lines(int people) => "Name;E-Mail;Sprache\n" + string.Concat(Enumerable.Range(0, people).Select(i => $"Person {i};p{i}@post.example;d\n"));

    private async Task<string> Upload(string wave, string text)
    {
        var response = await _ana.Upload($"{wave}/people/import", Encoding.UTF8.GetBytes(text), "liste.csv", ("audience", "customer"));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }

    private async Task Import(string wave, string text) => await _ana.Send($"{await Upload(wave, text)}/confirmation");

    private Task<long> People(string wave) => Count(wave, "select count(*) from invitation where wave_id = @wave");

    private Task<long> Count(string wave, string query) => app.Database.Client.Run(Client, db =>
        db.ExecuteScalarAsync<long>(query, new { wave = Guid.Parse(wave[(wave.LastIndexOf('/') + 1)..]) }), TestContext.Current.CancellationToken);
}
