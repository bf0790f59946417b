using Dapper;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Planning;

/// <summary>With an application of its own: what fails here would be told by mail in other tests.</summary>
public sealed class FailedMailNoticeTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Mails_that_fail_are_told_on_the_start_page()
    {
        await app.Database.Client.Run(Cast.Bergbahn.Id, db => db.ExecuteAsync(
            """
            insert into outbox (client_id, mail_id, wave_id, kind, state, reason, created_at)
            values (@Id, @Person, @OpenWave, 'invitation', 'failed', 'refused', now())
            """,
            Cast.Bergbahn), TestContext.Current.CancellationToken);

        var page = await new Desk(app, Person.Cleo).Read("/");

        Assert.Equal($"/clients/{Cast.Bergbahn.Id}/waves/{Cast.Bergbahn.OpenWave}/mails", page.QuerySelector(".errands a")!.GetAttribute("href"));
    }
}
