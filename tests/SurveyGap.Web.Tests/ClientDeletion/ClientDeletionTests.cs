using System.Net;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Erasures;

namespace SurveyGap.Web.Tests.ClientDeletion;

public sealed class ClientDeletionTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly TestClient Client = Cast.Alpenblick;
    private static readonly string Page = $"/clients/{Client.Id}/deletion";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_the_name_was_typed_nothing_is_left_but_a_line()
    {
        await Leave();
        var ana = await app.As(Person.Ana);
        var folder = app.Services.GetRequiredService<MailSettings>().Folder;
        var keys = app.Services.GetRequiredService<WaveKeyFolder>();

        using var other = await ana.Post(Page, Page, ("name", "Alpenblick"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.NotNull(keys.Find(Client.OpenWave));

        using var deleted = await ana.Post(Page, Page, ("name", $" {Client.Name} "));
        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);

        Assert.Equal(["audit"], await TablesThatKnow(Client.Id));
        Assert.Null(keys.Find(Client.OpenWave));
        Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
        Assert.Contains(app.Services.GetRequiredService<ErasureLog>().Since(DateTimeOffset.MinValue), erasure => erasure.Client == Client.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.GetAsync(new Uri(Page, UriKind.Relative), Stop)).StatusCode);
        // The other client has lost nothing.
        Assert.Contains("wave", await TablesThatKnow(Cast.Bergbahn.Id));
        Assert.NotNull(keys.Find(Cast.Bergbahn.OpenWave));

        var audit = await (await app.As(Person.Dora)).GetStringAsync(new Uri("/administration/audit?deed=client%20deleted", UriKind.Relative), Stop);
        Assert.Contains(Person.Ana.Name, audit, StringComparison.Ordinal);
        Assert.Contains(Client.Name, audit, StringComparison.Ordinal);
    }

    // A ballot, a draft, and mails as files: what no foreign key reaches.
    private async Task Leave()
    {
        var mail = Guid.NewGuid();
        await app.Database.Client.Run(Client.Id, async db =>
        {
            foreach (var table in (string[])["ballot (client_id, wave_id, answer_key, sealed)", "draft (client_id, wave_id, draft_key, sealed)"])
                await db.ExecuteAsync($"insert into {table} values (@Id, @OpenWave, @key, '')", new { Client.Id, Client.OpenWave, key = RandomNumberGenerator.GetBytes(32) });
            await db.ExecuteAsync("insert into outbox (client_id, mail_id, wave_id, kind, state, created_at) values (@Id, @mail, @OpenWave, 'thanks', 'sent', now())", new { Client.Id, Client.OpenWave, mail });
        }, Stop);
        var folder = app.Services.GetRequiredService<MailSettings>().Folder;
        var wave = Directory.CreateDirectory(Path.Combine(folder, $"{Client.OpenWave}")).FullName;
        await File.WriteAllTextAsync(Path.Combine(wave, "invitation.eml"), "To: somebody", Stop);
        await File.WriteAllTextAsync(Path.Combine(folder, $"{mail:N}.eml"), "To: somebody", Stop);
    }

    private async Task<IEnumerable<string>> TablesThatKnow(Guid client)
    {
        List<string> known = [];
        await app.Database.Client.Run(client, async db =>
        {
            var tables = await db.QueryAsync<string>("select table_name from information_schema.columns where column_name = 'client_id' and table_schema = 'public' order by 1");
            foreach (var table in tables)
            {
                if (await db.ExecuteScalarAsync<bool>($"select exists (select from {table} where client_id = @client)", new { client }))
                    known.Add(table);
            }
        }, Stop);
        return known;
    }
}
