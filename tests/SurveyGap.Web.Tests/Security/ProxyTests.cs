using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Security;

/// <summary>Behind a proxy that ends TLS.</summary>
public sealed class ProxyTests(ProxyTests.BehindProxy behind, TestApp alone) : IClassFixture<ProxyTests.BehindProxy>, IClassFixture<TestApp>
{
    [Fact]
    public async Task A_known_proxy_is_believed_and_browsers_stay_with_https()
    {
        using var response = await Ask(behind);

        Assert.Equal("max-age=31536000; includeSubDomains", response.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Fact]
    public async Task Nobody_else_is_believed()
    {
        using var response = await Ask(alone);

        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    private static async Task<HttpResponseMessage> Ask(TestApp app)
    {
        using var browser = app.Anonymous();
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri("/sign-in", UriKind.Relative));
        request.Headers.Host = "survey.example.org";
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        return await browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public sealed class BehindProxy(TestCluster cluster) : TestApp(cluster)
    {
        protected override IEnumerable<string> Settings => ["--Proxies:0=127.0.0.1"];
    }
}
