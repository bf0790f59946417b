using System.Net;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Security;

public sealed class RateLimitTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Whoever_tries_to_sign_in_too_often_is_asked_to_wait()
    {
        using var browser = app.Anonymous();
        HttpStatusCode last = default;
        for (var attempt = 0; attempt <= 30; attempt++)
        {
            // Without its token: refused before any password is looked at, and counted all the same.
            using var response = await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);
            last = response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }
}
