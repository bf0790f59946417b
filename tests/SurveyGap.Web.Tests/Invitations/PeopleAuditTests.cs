using System.Text;
using Dapper;
using SurveyGap.Testing;
using SurveyGap.Web.Tests.Planning;

namespace SurveyGap.Web.Tests.Invitations;

/// <summary>Who brought people into a wave or took them out is written down: how many, and never who.</summary>
public sealed class PeopleAuditTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Guid Client = Cast.Alpenblick.Id;

    private readonly Desk _ana = new(app, Person.Ana);

    [Fact]
    public async Task An_import_leaves_one_line_and_the_same_file_again_none()
    {
        var wave = await _ana.Draft(Client);

        await Import(wave, "E-Mail,Gruppe\nnora@post.example,Kundschaft\nolaf@post.example,Kundschaft\n");
        await Import(wave, "E-Mail,Gruppe\nnora@post.example,Kundschaft\nolaf@post.example,Kundschaft\n");

        Assert.Equal([("people added", 2)], await Lines(wave));
    }

    [Fact]
    public async Task Whoever_is_added_and_taken_out_by_hand_leaves_a_line_each()
    {
        var wave = await _ana.Draft(Client);

        for (var twice = 0; twice < 2; twice++)
            await _ana.Send($"{wave}/people", ("email", "nora@post.example"), ("audience", "customer"), ("language", "de"));
        var page = await _ana.Read($"{wave}/people");
        await _ana.Send(page.QuerySelector("form[action$='/deletion']")!.GetAttribute("action")!);

        Assert.Equal([("people added", 1), ("people removed", 1)], await Lines(wave));
    }

    [Fact]
    public async Task People_who_are_taken_over_from_the_last_wave_leave_a_line_in_the_next()
    {
        var wave = await _ana.Draft(Client);
        await Import(wave, string.Concat(Enumerable.Range(1, 5).Select(i => $"kunde{i}@post.example,Kundschaft\n").Prepend("E-Mail,Gruppe\n")));
        await _ana.Send($"{wave}/opening", ("now", "true"));

        var next = await _ana.Send($"{wave}/next", ("people", "true"));

        Assert.Equal([("people added", 5)], await Lines(next.Headers.Location!.OriginalString.Replace("/settings", "", StringComparison.Ordinal)));
    }

    private async Task Import(string wave, string text)
    {
        var import = await _ana.Upload($"{wave}/people/import", Encoding.UTF8.GetBytes(text), "leute.csv");
        await _ana.Send($"{import.Headers.Location!.OriginalString}/confirmation");
    }

    // What Ana did to a wave's people, in order; a line that said more than how many would not be read.
    private Task<IEnumerable<(string, int)>> Lines(string wave) => app.Database.Client.Run(Client, db => db.QueryAsync<(string, int)>("""
        select action, (subject ->> 'people')::int
        from   audit
        where  client_id = @Client and account_id = @Ana and action like 'people %'
          and  subject = jsonb_build_object('wave', @wave, 'people', subject -> 'people')
        order by at, action
        """, new { Client, Ana = Person.Ana.Id, wave = wave[(wave.LastIndexOf('/') + 1)..] }), TestContext.Current.CancellationToken);
}
