using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Dapper;
using Microsoft.Extensions.Configuration;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Platform;

namespace SurveyGap.Web.Tests.Mail;

/// <summary>A mail server on another machine reports what came back.</summary>
public sealed class BounceEndpointTests(BounceEndpointTests.App app) : IClassFixture<BounceEndpointTests.App>
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notification_with_the_secret_marks_the_mail_and_the_person()
    {
        var mail = await SentMail();

        Assert.Equal(HttpStatusCode.NoContent, (await Post(BounceTests.Notification(mail))).StatusCode);
        Assert.Equal(("failed", true), await app.Database.Client.Run(Cast.Alpenblick.Id, db => db.QuerySingleAsync<(string, bool)>(
            "select o.state, i.bounced from outbox o join invitation i using (client_id, wave_id, invitation_id) where o.mail_id = @mail", new { mail }), Stop));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer 0123456789abcdef0123456789abcdeX")]
    [InlineData("Basic 0123456789abcdef0123456789abcdef")]
    public async Task Without_the_secret_nothing_is_marked(string? authorization)
    {
        var mail = await SentMail();
        var response = await Post(BounceTests.Notification(mail), authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("sent", await app.Database.Client.Run(Cast.Alpenblick.Id, db => db.QuerySingleAsync<string>("select state from outbox where mail_id = @mail", new { mail }), Stop));
    }

    [Fact]
    public async Task What_fits_nothing_is_refused_in_one_line()
    {
        var noBounce = await Post("Subject: Hello\n\nHello");
        var notOurs = await Post(BounceTests.Notification(Guid.NewGuid()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, noBounce.StatusCode);
        Assert.Contains("This is no delivery status notification.", await noBounce.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, notOurs.StatusCode);
        Assert.Contains("names a mail that is not ours", await notOurs.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_not_read() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Post(new string('x', 5 * 1024 * 1024))).StatusCode);

    [Fact]
    public void A_secret_that_can_be_guessed_is_refused_at_the_start()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Mail:BounceSecret"] = "geheim" }).Build();

        Assert.Throws<SetupException>(() => MailSettings.Of(settings));
    }

    private static async Task<HttpResponseMessage> Post(Uri address, string message, string? authorization)
    {
        using var http = new HttpClient { BaseAddress = address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/bounces") { Content = new StringContent(message, Encoding.Latin1, new MediaTypeHeaderValue("message/rfc822")) };
        // Asked first whether it may: a refused message is not read to its end.
        request.Headers.ExpectContinue = message.Length > 1024 * 1024;
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await http.SendAsync(request, Stop);
    }

    private Task<HttpResponseMessage> Post(string message, string? authorization = $"Bearer {Secret}") => Post(app.Address, message, authorization);

    private async Task<Guid> SentMail()
    {
        var mail = Guid.NewGuid();
        await app.Database.Client.Run(Cast.Alpenblick.Id, db => db.ExecuteAsync("""
            insert into outbox (client_id, mail_id, wave_id, invitation_id, kind, address_hash, state, created_at)
            select client_id, @mail, wave_id, invitation_id, 'invitation', sha256('nora'), 'sent', now()
            from   invitation i
            where  client_id = @Id and wave_id = @OpenWave
              and  not exists (select from outbox o where o.client_id = @Id and o.invitation_id = i.invitation_id)
            limit  1
            """, new { mail, Cast.Alpenblick.Id, Cast.Alpenblick.OpenWave }), Stop);
        return mail;
    }

    public sealed class App(TestCluster cluster) : TestApp(cluster)
    {
        protected override IEnumerable<string> Settings => [$"--Mail:BounceSecret={Secret}"];
    }
}
