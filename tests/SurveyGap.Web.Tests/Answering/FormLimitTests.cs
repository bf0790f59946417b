using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Answering;

namespace SurveyGap.Web.Tests.Answering;

/// <summary>Who holds one link cannot send as if there were many.</summary>
public sealed class FormLimitTests(TestApp app) : IClassFixture<TestApp>
{
    // The client and the invitation of a cookie.
    private const string Somewhere = ".11111111111111111111111111111111.22222222222222222222222222222222";

    private static readonly Guid Wave = Guid.NewGuid();

    [Fact]
    public async Task Cookies_that_are_made_up_lift_no_limit()
    {
        using var round = await Phone.Wave(app);
        var ana = round.People[0];
        var link = $"{Phone.LinkOf(round, ana)[3..]}.{round.Client:N}.{ana.Invitation:N}";
        using var browser = app.Anonymous();
        List<HttpStatusCode> answers = [];
        for (var attempt = 0; attempt <= 30; attempt++)
        {
            using HttpRequestMessage request = new(HttpMethod.Post, new Uri($"/answer/{round.Wave}/de/1", UriKind.Relative));
            request.Content = new FormUrlEncodedContent([]);
            request.Headers.Add("Cookie", $"{Cookie(round.Wave, $"r.{link}")}; another={attempt}");
            using var response = await browser.SendAsync(request, TestContext.Current.CancellationToken);
            answers.Add(response.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public void Only_the_link_of_this_wave_makes_a_difference()
    {
        var ana = Of(Cookie(Wave, "r.ana" + Somewhere));

        Assert.Equal(ana.PartitionKey, Of($"x=1; {Cookie(Wave, "r.ana" + Somewhere)}; {Cookie(Guid.NewGuid(), "r.cleo" + Somewhere)}").PartitionKey);
        Assert.NotEqual(ana.PartitionKey, Of(Cookie(Wave, "r.ben" + Somewhere)).PartitionKey);
        Assert.NotEqual(ana.PartitionKey, Of(Cookie(Wave, "o.ana" + Somewhere)).PartitionKey);
        Assert.Equal(Of("").PartitionKey, Of($"x=1; {Cookie(Guid.NewGuid(), "r.ana" + Somewhere)}").PartitionKey);
    }

    [Fact]
    public void Five_hundred_people_with_one_poster_get_through_and_a_machine_does_not()
    {
        var pages = 500 * FormPages.Of(Mirror.Questionnaire, Analysis.Surveys.Audience.Customer).Count;
        var poster = Of(Cookie(Wave, "o.poster" + Somewhere));
        using var limiter = poster.Factory(poster.PartitionKey);

        Assert.Equal(poster.PartitionKey, Of(Cookie(Wave, "o.poster" + Somewhere)).PartitionKey);
        Assert.True(limiter.AttemptAcquire(pages / 5).IsAcquired);
        Assert.False(limiter.AttemptAcquire(pages / 5).IsAcquired);
    }

    // Each with a new secret, as if from another device.
    private static string Cookie(Guid wave, string link) => $"__Host-survey-{wave:N}={link}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16))}";

    private static RateLimitPartition<string> Of(string cookies)
    {
        DefaultHttpContext context = new();
        context.Request.RouteValues["wave"] = Wave.ToString();
        context.Request.Headers.Cookie = cookies;
        return FormLimits.Of(context);
    }
}
