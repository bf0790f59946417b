using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Testing;
using SurveyGap.Web.Features.PersonalData;

namespace SurveyGap.Web.Tests.PersonalData;

/// <summary>People, mails, files and audit lines go when their time is over; results stay.</summary>
public sealed class RetentionTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly TestClient Client = Cast.Alpenblick;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_their_time_a_search_for_somebody_finds_nothing_but_the_keyed_hash()
    {
        Petra petra = new(app, Client);
        await petra.Enter();
        // Herbst, too, is over since long; Winter never opened.
        await Sql("""
            update wave set opened_at = opens_at, closed_at = now() - interval '181 days' where wave_id = @OpenWave;
            update wave set opens_at = now() - interval '300 days', closes_at = now() - interval '181 days' where name = 'Winter';
            update people_import set created_at = now() - interval '2 days'
            """);
        var folder = Directory.CreateDirectory(petra.Mails).FullName;
        var letter = Path.Combine(folder, $"{Guid.NewGuid():N}.eml");
        await File.WriteAllTextAsync(letter, $"To: <{Petra.Address}>", Stop);
        File.SetLastWriteTimeUtc(letter, DateTime.UtcNow.AddDays(-2));
        Assert.NotEmpty(await petra.Tables());

        await Task.WhenAll(Rounds(4));

        Assert.Empty(await petra.Tables());
        Assert.Empty(Traces.InFiles(Path.GetDirectoryName(petra.Mails)!, Petra.Words));
        Assert.Empty(await Rows<Guid>("select mail_id from outbox"));
        Assert.Equal(1, (await Rows<long>("select count(*) from suppression where address_hash = @Hash")).Single());
        // Each wave once, whoever was first; and its results are as they were.
        var lines = (await Rows<string>("select subject ->> 'wave' from audit where action = 'people deleted'")).ToList();
        Assert.Equal(lines.Distinct(), lines);
        Assert.Equal(3, lines.Count);
        Assert.Equal(1, (await Rows<long>("select count(*) from release where wave_id = @ClosedWave")).Single());
        Assert.Equal(HttpStatusCode.OK, (await (await app.As(Person.Ana)).GetAsync(new Uri($"/clients/{Client.Id}/waves/{Client.ClosedWave}/people", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task Shorter_holds_at_once_and_longer_for_waves_that_open_later()
    {
        var client = Cast.Bergbahn;
        var cleo = await app.As(Person.Cleo);
        var store = app.Services.GetRequiredService<RetentionStore>();
        var closed = app.Clock.GetUtcNow().AddDays(-180);
        await app.Database.Client.Run(client.Id, db => db.ExecuteAsync("update wave set keep_people_days = 200, people_deleted_at = null where wave_id = @ClosedWave", new { client.ClosedWave }), Stop);
        async Task<bool> IsDue(int days) => (await store.Due(closed.AddDays(days).AddHours(1), Stop)).Any(due => due.Wave == client.ClosedWave);

        Assert.Equal(HttpStatusCode.Redirect, (await Keep("250")).StatusCode);
        Assert.True(await IsDue(200));
        Assert.False(await IsDue(199));
        Assert.Equal(HttpStatusCode.Redirect, (await Keep("190")).StatusCode);
        Assert.True(await IsDue(190));
        Assert.False(await IsDue(189));
        Assert.All([await Keep("0"), await Keep("3651"), await Keep("")], response => Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode));

        Task<HttpResponseMessage> Keep(string days) => cleo.Post($"/clients/{client.Id}/personal-data", $"/clients/{client.Id}/studies/{client.Study}/retention", ("days", days));
    }

    [Fact]
    public async Task The_oldest_lines_of_the_audit_go_and_none_that_is_younger_than_a_year()
    {
        var store = app.Services.GetRequiredService<RetentionStore>();
        foreach (var days in (int[])[2, 364, 366, 1094, 1096])
            await Sql($"insert into audit (client_id, audit_id, at, action) values (@Id, gen_random_uuid(), now() - interval '{days} days', 'line of {days}')");
        async Task<IEnumerable<string>> Left() => await Rows<string>("select action from audit where action like 'line of %' order by at");

        await Task.WhenAll(Rounds(1));
        Assert.Equal(["line of 1094", "line of 366", "line of 364", "line of 2"], await Left());

        await store.ForgetAudit(app.Clock.GetUtcNow().AddDays(1), Stop);
        Assert.Equal(["line of 364", "line of 2"], await Left());
    }

    // Each as another instance has it.
    private IEnumerable<Task> Rounds(int instances) => Enumerable.Range(0, instances)
        .Select(_ => Task.Run(() => ActivatorUtilities.CreateInstance<RetentionJob>(app.Services).Round(Stop), Stop));

    private Task<int> Sql(string sql) => app.Database.Client.Run(Client.Id, db => db.ExecuteAsync(sql, new { Client.Id, Client.OpenWave }), Stop);

    private Task<IEnumerable<T>> Rows<T>(string sql) =>
        app.Database.Client.Run(Client.Id, db => db.QueryAsync<T>(sql, new { new Petra(app, Client).Hash, Client.ClosedWave }), Stop);
}
